import { alphabetSize, longestCompared } from '../../text/phones/sound-costs.ts';
import { type Sound, soundKeys } from '../expansion/sounds.ts';
import { type ByteWriter, createByteWriter, GrowingNumbers } from './bytes.ts';
import { hashOf } from './key-hash.ts';
import { type SoundLists, stemBit, termBytes } from './sound-lists.ts';
import { startsOf } from './starts.ts';

/** Readings between two turns of other work. */
const pieceLength = 4000;
/** The script and so many sounds, of seven bits, fit into one number without loss. */
const orderedSounds = 7;

/** Gathers how terms may sound. */
export class SoundListWriter {
	/** By hash, in the order in which they came. */
	readonly #keyNumbers = new Map<number, number>();
	readonly #readings = createByteWriter();
	/** By entry, of which each is a reading in the list of one key: the number of the key, where the reading is, and its term. */
	readonly #keys = new GrowingNumbers();
	readonly #starts = new GrowingNumbers();
	readonly #lengths = new GrowingNumbers();
	/** Times two, plus one for a reading of a stem. */
	readonly #terms = new GrowingNumbers();

	/** Readings that are longer than any that is compared are left out. */
	add(sound: Sound, term: number): void {
		const { length } = sound.phones;
		if (length > longestCompared) return;
		const keys = soundKeys([sound]);
		if (keys.length === 0) return;
		for (const key of keys) {
			this.#keys.push(this.#numberOf(hashOf(key)));
			this.#starts.push(this.#readings.length);
			this.#lengths.push(length);
			this.#terms.push(term * 2 + (sound.isStem ? 1 : 0));
		}
		this.#readings.writeAscii(sound.phones);
	}

	/** @param scripts by term */
	*finish(scripts: Uint8Array): Generator<void, SoundLists> {
		const hashes = Uint32Array.from(this.#keyNumbers.keys()).sort();
		const { entries, starts } = this.#byKey();
		yield;
		const lists = new ListWriter(
			{
				readings: this.#readings.finish(),
				starts: this.#starts.finish(),
				lengths: this.#lengths.finish(),
				terms: this.#terms.finish(),
			},
			scripts,
		);
		yield;
		let written = 0;
		for (const hash of hashes) {
			const key = this.#keyNumbers.get(hash) as number;
			const list = entries.subarray(starts[key], starts[key + 1]);
			lists.write(list);
			written += list.length;
			if (written < pieceLength) continue;
			written = 0;
			yield;
		}
		return { keys: hashes, ...lists.finish() };
	}

	#numberOf(hash: number): number {
		const known = this.#keyNumbers.get(hash);
		if (known !== undefined) return known;
		this.#keyNumbers.set(hash, this.#keyNumbers.size);
		return this.#keyNumbers.size - 1;
	}

	/** The entries, those of each key together. */
	#byKey(): { entries: Uint32Array; starts: Uint32Array } {
		const counts = new Uint32Array(this.#keyNumbers.size);
		for (let entry = 0; entry < this.#keys.length; entry++) {
			const key = this.#keys.at(entry);
			counts[key] = (counts[key] as number) + 1;
		}
		const starts = startsOf(counts);
		const next = starts.slice();
		const entries = new Uint32Array(this.#keys.length);
		for (let entry = 0; entry < this.#keys.length; entry++) {
			const key = this.#keys.at(entry);
			const place = next[key] as number;
			entries[place] = entry;
			next[key] = place + 1;
		}
		return { entries, starts };
	}
}

/** What is known of the entries. */
interface Entries {
	readings: Uint8Array;
	starts: Uint32Array;
	lengths: Uint32Array;
	terms: Uint32Array;
}

/** Writes one list of entries after another. */
class ListWriter {
	readonly #entries: Entries;
	readonly #scripts: Uint8Array;
	/** By entry: its script and its first sounds, as a number. */
	readonly #order: Float64Array;
	readonly #lengths = new GrowingNumbers();
	readonly #writer: ByteWriter = createByteWriter();

	constructor(entries: Entries, scripts: Uint8Array) {
		this.#entries = entries;
		this.#scripts = scripts;
		this.#order = Float64Array.from(entries.starts, (start, entry) => {
			let order = this.#scriptOf(entry);
			for (let at = 0; at < orderedSounds; at++) {
				const isWithin = at < (entries.lengths[entry] as number);
				order = order * alphabetSize + (isWithin ? (entries.readings[start + at] as number) : 0);
			}
			return order;
		});
	}

	/** @param list entries in any order; in the end they are in the order of the list */
	write(list: Uint32Array): void {
		const before = this.#writer.length;
		if (list.length > 1) list.sort((one, other) => this.#compare(one, other));
		for (let start = 0; start < list.length; ) {
			const script = this.#scriptOf(list[start] as number);
			let end = start + 1;
			while (end < list.length && this.#scriptOf(list[end] as number) === script) end += 1;
			this.#writeGroup(script, list.subarray(start, end));
			start = end;
		}
		this.#lengths.push(this.#writer.length - before);
	}

	finish(): Pick<SoundLists, 'starts' | 'bytes'> {
		return { starts: startsOf(this.#lengths.finish()), bytes: this.#writer.finish() };
	}

	#writeGroup(script: number, group: Uint32Array): void {
		let size = 0;
		this.#eachOther(group, (entry, common) => {
			size += 2 + (this.#entries.lengths[entry] as number) - common + termBytes;
		});
		const writer = this.#writer;
		writer.writeByte(script);
		writer.writeNumber(size);
		this.#eachOther(group, (entry, common) => {
			const { readings, starts, lengths, terms } = this.#entries;
			const [start, length, marked] = [starts[entry] as number, lengths[entry] as number, terms[entry] as number];
			writer.writeByte(common + (marked % 2 === 1 ? stemBit : 0));
			writer.writeByte(length - common);
			for (let at = common; at < length; at++) writer.writeByte(readings[start + at] as number);
			const term = marked >>> 1;
			for (let byte = 0; byte < termBytes; byte++) writer.writeByte((term >>> (8 * byte)) & 255);
		});
	}

	/** Each with how many sounds it has in common with the one before; what is as the one before is passed over: several spellings may sound alike. */
	#eachOther(group: Uint32Array, use: (entry: number, common: number) => void): void {
		for (let at = 0; at < group.length; at++) {
			const entry = group[at] as number;
			if (at === 0) use(entry, 0);
			else if (this.#compare(group[at - 1] as number, entry) !== 0)
				use(entry, this.#common(group[at - 1] as number, entry));
		}
	}

	#compare(one: number, other: number): number {
		const order = (this.#order[one] as number) - (this.#order[other] as number);
		if (order !== 0) return order;
		const { readings, starts, lengths, terms } = this.#entries;
		const common = this.#common(one, other);
		const [oneLength, otherLength] = [lengths[one] as number, lengths[other] as number];
		if (common === oneLength || common === otherLength)
			return oneLength - otherLength || (terms[one] as number) - (terms[other] as number);
		return (
			(readings[(starts[one] as number) + common] as number) - (readings[(starts[other] as number) + common] as number)
		);
	}

	#common(one: number, other: number): number {
		const { readings, starts, lengths } = this.#entries;
		const [start, otherStart] = [starts[one] as number, starts[other] as number];
		const most = Math.min(lengths[one] as number, lengths[other] as number);
		let common = 0;
		while (common < most && readings[start + common] === readings[otherStart + common]) common += 1;
		return common;
	}

	#scriptOf(entry: number): number {
		return this.#scripts[(this.#entries.terms[entry] as number) >>> 1] as number;
	}
}
