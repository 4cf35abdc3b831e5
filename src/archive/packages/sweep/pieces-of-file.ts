import type { Pieces } from '../bag/bag-sink.ts';

/** A piece of text that is about to leave. */
export interface SweptPiece {
	text: string;
	/** The object that it stands in, where its line is one: by its ids it is told what it belongs to. */
	row: Readonly<Record<string, unknown>> | null;
}

/** A text of JSON, and the colon that makes a key of it. */
const literal = /("(?:[^"\\]|\\.)*")(\s*:)?/g;
/** An id, an address of one, a digest, a clock: nothing that a person wrote. */
export const machineWritten = /^(?:urn:uuid:)?[0-9a-f-]{32,}$/;

/** Everything in a file that somebody could read a name in; of JSON the texts themselves, without its escapes. */
export async function* piecesOfFile(path: string, pieces: Pieces): AsyncGenerator<SweptPiece> {
	yield { text: path, row: null };
	const isJson = /\.json(?:l|ld)?$/.test(path);
	for await (const line of linesOf(pieces)) {
		if (!isJson) yield { text: line, row: null };
		else yield* piecesOfLine(line);
	}
}

function* piecesOfLine(line: string): Generator<SweptPiece> {
	const row = rowOf(line);
	for (const [, quoted = '', colon] of line.matchAll(literal)) {
		const text = JSON.parse(quoted) as string;
		if (colon || machineWritten.test(text)) continue;
		// A list or an object in a column: what is in it is escaped twice.
		if (/^[[{]/.test(text) && isJson(text)) yield* piecesOfLine(text);
		else yield { text, row };
	}
}

function rowOf(line: string): SweptPiece['row'] {
	const text = line.replace(/,$/, '');
	return text.startsWith('{') && isJson(text) ? (JSON.parse(text) as SweptPiece['row']) : null;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

async function* linesOf(pieces: Pieces): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let pending = '';
	for await (const bytes of pieces) {
		const lines = (pending + decoder.decode(bytes, { stream: true })).split('\n');
		pending = lines.pop() ?? '';
		for (const line of lines) if (line !== '') yield line;
	}
	pending += decoder.decode();
	if (pending !== '') yield pending;
}
