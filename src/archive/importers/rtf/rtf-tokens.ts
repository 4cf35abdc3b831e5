/** Rich Text Format 1.9.1, "RTF Syntax": groups, control words and symbols, and bytes of text. */
export type RtfToken =
	| { kind: 'open' }
	| { kind: 'close' }
	/** A control word with its number, or a control symbol as a word of one sign. */
	| { kind: 'control'; word: string; parameter: number | null }
	/** Bytes in some code page, one character of the string a byte, and where in the file they begin. */
	| { kind: 'bytes'; bytes: string; at: number }
	/** Bytes of a picture or the like, as they are. */
	| { kind: 'binary'; at: number; length: number };

const pattern = /([{}])|\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([^\\{}\r\n]+)|[\r\n]+|\\/giy;

/** The tokens of a file, given as a string of its bytes. Never fails: what is no syntax is left out. */
export function* rtfTokens(source: string): Generator<RtfToken> {
	for (let at = 0; at < source.length; ) {
		pattern.lastIndex = at;
		const found = pattern.exec(source);
		if (!found) return;
		at = pattern.lastIndex;
		const [, , word, number] = found;
		if (word === 'bin') {
			const length = Math.min(Math.max(0, Number(number ?? 0)), source.length - at);
			yield { kind: 'binary', at, length };
			at += length;
			continue;
		}
		const token = tokenOf(found);
		if (token) yield token;
	}
}

function tokenOf(found: RegExpExecArray): RtfToken | null {
	const [, brace, word, number, hex, symbol, bytes] = found;
	const at = found.index;
	if (brace) return { kind: brace === '{' ? 'open' : 'close' };
	if (word) return { kind: 'control', word, parameter: number === undefined ? null : Number(number) };
	if (hex) return { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)), at };
	if (symbol) return { kind: 'control', word: symbol, parameter: null };
	return bytes ? { kind: 'bytes', bytes, at } : null;
}
