/** About how wide a letter is, as a part of the size of the type: enough to break lines where nothing can be measured. */
function letterWidth(letter: string): number {
	if (/[\p{M}\p{Cf}]/u.test(letter)) return 0;
	if (/[ .,:;!|'’()[\]ijltfrıІіј]/u.test(letter)) return 0.32;
	if (/[mwMWЖШЩЮжшщюմՄաԱԹԺ@%—]/u.test(letter)) return 0.85;
	if (/\p{Lu}/u.test(letter)) return 0.68;
	return /[ᄀ-鿿가-힣＀-￯]/u.test(letter) ? 1 : 0.56;
}

/** About how wide a line of text is, in pixels, or in whatever the size of the type is said in. */
export function textWidth(text: string, sizePx: number): number {
	let width = 0;
	for (const letter of text) width += letterWidth(letter);
	return width * sizePx;
}

/** Breaks a text at its spaces into lines of at most that width; what is too long for the last ends in an ellipsis. */
export function fittedLines(text: string, widthPx: number, sizePx: number, mostLines: number): string[] {
	const lines: string[] = [];
	let line = '';
	const words = wordsOf(text);
	for (const [at, word] of words.entries()) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line === '' || textWidth(longer, sizePx) <= widthPx) line = longer;
		else if (lines.length + 1 < mostLines) {
			lines.push(cut(line, widthPx, sizePx));
			line = word;
		} else return [...lines, cut(`${line} ${words.slice(at).join(' ')}`, widthPx, sizePx)];
	}
	return [...lines, cut(line, widthPx, sizePx)];
}

/** The same where no word may be cut off: one longer than a line, as an address may be, is broken anywhere. */
export function brokenLines(text: string, widthPx: number, sizePx: number, mostLines: number): string[] {
	const pieces = wordsOf(text).flatMap((word) => piecesOf(word, widthPx, sizePx));
	return fittedLines(pieces.join(' '), widthPx, sizePx, mostLines);
}

function wordsOf(text: string): string[] {
	return text
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim()
		.split(' ');
}

function piecesOf(word: string, widthPx: number, sizePx: number): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const letter of word) {
		if (piece !== '' && textWidth(`${piece}${letter}`, sizePx) > widthPx) {
			pieces.push(piece);
			piece = '';
		}
		piece += letter;
	}
	return [...pieces, piece];
}

function cut(text: string, widthPx: number, sizePx: number): string {
	if (textWidth(text, sizePx) <= widthPx) return text;
	const room = widthPx - sizePx * 0.8;
	let [width, kept] = [0, ''];
	for (const letter of text) {
		width += letterWidth(letter) * sizePx;
		if (width > room) break;
		kept += letter;
	}
	return `${kept.trimEnd()}…`;
}
