/** In characters: with any ending, what every file system takes. */
const longestName = 60;

/** A title as the beginning of a bare file name that any system takes; '' where nothing of it can be. */
export function plainFileName(title: string): string {
	const plain = title
		.replace(/[^\p{L}\p{M}\p{N}.,()_ -]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+/, '');
	return [...plain]
		.slice(0, longestName)
		.join('')
		.replace(/[. ]+$/, '');
}
