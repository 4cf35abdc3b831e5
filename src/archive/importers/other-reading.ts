import iconv from 'iconv-lite';
import type { OldFont } from '#shared/domain/old-fonts.ts';
import { type AnchoringResult, anchorMarks } from '#shared/text/anchor/anchor-marks.ts';
import type { PassageRange, PassageText } from '#shared/text/anchor/text-stream.ts';
import { type EncodingId, iconvName } from './encoding-names.ts';
import { lettersOf } from './old-font.ts';
import type { Rereading, RereadingTask } from './rereading.ts';

/**
 * Finds marks again (`anchorMarks`). What was read in another encoding or font is first put into the letters that the
 * new reading makes of the same bytes: between the two there may be no letter in common.
 */
export function anchorRereadMarks(task: RereadingTask): AnchoringResult {
	const asNow = new Set(task.new.map(({ text }) => text));
	const reread = new Map<string, RereadText>();
	for (const { editionId, passages, rereading } of task.old)
		if (rereading) reread.set(editionId, new RereadText(passages, rereading, asNow));
	return anchorMarks({
		new: task.new,
		old: task.old.map(({ editionId, passages }) => ({
			editionId,
			passages: reread.get(editionId)?.passages ?? passages,
		})),
		marks: task.marks.map((mark) => ({ ...mark, ...reread.get(mark.editionId)?.rangeOf(mark) })),
	});
}

/** The passages of one reading in the letters of another. */
export class RereadText {
	readonly passages: PassageText[];
	readonly #places = new Map<number, Places>();

	/** @param asNow passages that the other reading has as they are, such as the parts of a mail that name their own encoding. */
	constructor(passages: readonly PassageText[], rereading: Rereading, asNow: ReadonlySet<string> = new Set()) {
		const read = readerOf(rereading);
		this.passages = passages.map((passage) => {
			if (asNow.has(passage.text)) return passage;
			const { text, places } = read(passage.text);
			this.#places.set(passage.ordinal, places);
			return { ...passage, text };
		});
	}

	/** Where a range of the first reading stands in the other, with all of every character that it takes in a part of. */
	rangeOf(range: PassageRange): PassageRange {
		const starts = this.#places.get(range.startOrdinal);
		const ends = this.#places.get(range.endOrdinal);
		return {
			...range,
			// An end may stand where its passage does: behind its last unit, or before its first.
			startOffset: starts ? (starts.starts[range.startOffset] ?? starts.ends.at(-1) ?? 0) : range.startOffset,
			endOffset: ends ? (ends.ends[range.endOffset - 1] ?? 0) : range.endOffset,
		};
	}
}

/** For each unit of the one text the character of the other that it is of: where that begins, and where it ends. */
interface Places {
	starts: number[];
	ends: number[];
}

type Reader = (text: string) => { text: string; places: Places };

function readerOf({ from, to }: Rereading): Reader {
	const pair = from.encoding && to.encoding && { from: from.encoding, to: to.encoding };
	const bytesOf = pair ? encoder(pair.from) : () => null;
	const newDecoder = () => (pair ? iconv.getDecoder(iconvName(pair.to), { stripBOM: false }) : null);
	const written = from.font && writtenWith(from.font);

	return (whole) => {
		const writer = new PlacedWriter((letters) => (to.font ? lettersOf(letters, to.font) : letters));
		let decoder = newDecoder();
		const close = () => {
			writer.close(decoder?.end() ?? '');
			decoder = newDecoder();
		};
		for (const shown of whole) {
			const character = written?.get(shown) ?? shown;
			const bytes = bytesOf(character);
			// What is in no encoding, as what a file spells out by its number, stands for itself.
			if (!bytes || !decoder) close();
			writer.open(shown.length);
			if (!bytes || !decoder) writer.write(character);
			else writer.write(decodeBytewise(decoder, bytes));
		}
		close();
		return writer.done();
	};
}

/** What a character's bytes complete: nothing, where one of several bytes goes on. */
function decodeBytewise(decoder: iconv.DecoderStream, bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => decoder.write(Buffer.of(byte))).join('');
}

/** Puts a text together, and notes for every unit of another one which character it became. */
class PlacedWriter {
	readonly #lettersOf: (decoded: string) => string;
	readonly #parts: string[] = [];
	readonly #places: Places = { starts: [], ends: [] };
	#length = 0;
	/** Units whose character is not there yet: a character may be several in the other text. */
	#open = 0;

	constructor(lettersOf: (decoded: string) => string) {
		this.#lettersOf = lettersOf;
	}

	open(units: number): void {
		this.#open += units;
	}

	write(decoded: string): void {
		const letters = this.#lettersOf(decoded);
		this.#parts.push(letters);
		if (letters === '') return;
		this.#place(letters.length);
		this.#length += letters.length;
	}

	/** With what a decoder has left over. */
	close(rest: string): void {
		this.write(rest);
		this.#place(0);
	}

	done(): { text: string; places: Places } {
		return { text: this.#parts.join(''), places: this.#places };
	}

	#place(length: number): void {
		for (; this.#open > 0; this.#open -= 1) {
			this.#places.starts.push(this.#length);
			this.#places.ends.push(this.#length + length);
		}
	}
}

/** The bytes of a character; null where the encoding has none for it. */
function encoder(encoding: EncodingId): (character: string) => Uint8Array | null {
	const name = iconvName(encoding);
	const known = new Map<string, Uint8Array | null>();
	return (character) => {
		const found = known.get(character);
		if (found !== undefined) return found;
		const bytes = iconv.encode(character, name, { addBOM: false });
		const isKept = iconv.decode(bytes, name, { stripBOM: false }) === character;
		known.set(character, isKept ? bytes : null);
		return isKept ? bytes : null;
	};
}

/** The characters that a font drew letters in the place of, by the letter. */
function writtenWith(font: OldFont): ReadonlyMap<string, string> {
	const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
	const characters = [...iconv.decode(bytes, 'windows-1252'), ...iconv.decode(bytes, 'iso-8859-1')];
	const drawn = characters.map((character): [string, string] => [lettersOf(character, font), character]);
	return new Map(drawn.filter(([letter, character]) => letter !== character));
}
