/** Device names of Windows, with any ending; and what it cuts off, or does not take at all. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what file systems refuse
const refusedCharacters = /[<>:"|?*\\/\u0000-\u001f\u007f]/;

/** Whether some common file system, FAT among them, takes no file of this name (one part of a path). */
export function isRefusedSomewhere(name: string): boolean {
	return reserved.test(name) || refusedCharacters.test(name) || /[. ]$/.test(name);
}

/** The beginning of a text in no more bytes of UTF-8, which most file systems count; no character is cut in two. */
export function cutToBytes(text: string, most: number): string {
	let bytes = 0;
	let end = 0;
	for (const character of text) {
		bytes += bytesOf(character.codePointAt(0) ?? 0);
		if (bytes > most) break;
		end += character.length;
	}
	return text.slice(0, end);
}

function bytesOf(codePoint: number): number {
	if (codePoint < 0x80) return 1;
	if (codePoint < 0x800) return 2;
	return codePoint < 0x10000 ? 3 : 4;
}

/** UTF-8 bytes of one name, below what ext4 and others take, with room for a number. */
const longestName = 120;

/** A name (one part of a path) as every system takes it: refused characters become '_', what is too long is cut before its ending. */
export function portableName(name: string): string {
	const plain = name
		.normalize('NFC')
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what file systems refuse
		.replace(/[<>:"|?*\\/%~\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_')
		.replace(/[. ]+$/, '');
	const ending = /\.[^.\s]{1,10}$/.exec(plain)?.[0] ?? '';
	const stem = cutToBytes(plain.slice(0, plain.length - ending.length), longestName - ending.length).trim() || '_';
	return isRefusedSomewhere(stem + ending) ? `_${stem}${ending}`.replace(/[. ]+$/, '_') : stem + ending;
}
