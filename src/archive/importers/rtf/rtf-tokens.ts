/** Rich Text Format 1.9.1, "RTF Syntax": groups, control words and symbols, and bytes of text. */
export type RtfToken =
	| { kind: 'open' }
	| { kind: 'close' }
	/** A control word with its number, or a control symbol as a word of one sign. */
	| { kind: 'control'; word: string; parameter: number | null }
	/** Bytes in some code page, one character of the string a byte. */
	| { kind: 'bytes'; bytes: string };

const pattern = /([{}])|\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([^\\{}\r\n]+)|[\r\n]+|\\/giy;

/** The tokens of a file, given as a string of its bytes. Never fails: what is no syntax is left out. */
export function* rtfTokens(source: string): Generator<RtfToken> {
	for (let at = 0; at < source.length; ) {
		pattern.lastIndex = at;
		const found = pattern.exec(source);
		if (!found) return;
		at = pattern.lastIndex;
		const [, , word, number] = found;
		// So many bytes of a picture or the like follow as they are.
		if (word === 'bin') at += Math.max(0, Number(number ?? 0));
		const token = word === 'bin' ? null : tokenOf(found);
		if (token) yield token;
	}
}

function tokenOf([, brace, word, number, hex, symbol, bytes]: RegExpExecArray): RtfToken | null {
	if (brace) return { kind: brace === '{' ? 'open' : 'close' };
	if (word) return { kind: 'control', word, parameter: number === undefined ? null : Number(number) };
	if (hex) return { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
	if (symbol) return { kind: 'control', word: symbol, parameter: null };
	return bytes ? { kind: 'bytes', bytes } : null;
}
