/** A PNG picture of the largest size that is shown has a quarter of it where its parts are as small as libpng writes them. */
const mostParts = 20_000;

/**
 * Counts the parts of one picture, those within others too. Throws a RangeError where there are more than any picture
 * has: a file of parts of a few bytes each would take all memory, and all the time of whatever waits meanwhile.
 */
export class PartCount {
	#count = 0;

	add(): void {
		this.#count += 1;
		if (this.#count > mostParts) throw new RangeError('too many parts');
	}
}
