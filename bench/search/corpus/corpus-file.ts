import fs from 'node:fs';
import path from 'node:path';
import { wordsOf } from '#shared/search/words.ts';
import type { LanguageCode } from './languages.ts';
import { type ArtificialPassage, artificialPassages } from './passages.ts';

/** A passage with the terms that Lectern would index of it: what every engine is fed, so that all find the same. */
export interface CorpusPassage extends ArtificialPassage {
	terms: string[];
}

/** The first so many passages of a seed, in a file: a line for each, its fields between tabs. */
export interface Corpus {
	file: string;
	seed: number;
	count: number;
}

/** Change it whenever what is generated, or how it is written, changes. */
const version = 1;
const chunkBytes = 1 << 22;

/** Writes the corpus, unless one that begins with it is there; gives the seconds that took, or null. */
export function ensureCorpus(folder: string, seed: number, count: number): Corpus & { tookSeconds: number | null } {
	const file = path.join(folder, `corpus-v${version}-${seed}.tsv`);
	const counted = `${file}.count`;
	const known = fs.existsSync(counted) ? Number(fs.readFileSync(counted, 'utf8')) : 0;
	if (known >= count) return { file, seed, count, tookSeconds: null };
	fs.mkdirSync(folder, { recursive: true });
	fs.rmSync(counted, { force: true });
	const start = performance.now();
	writePassages(file, seed, count);
	fs.writeFileSync(counted, String(count));
	return { file, seed, count, tookSeconds: (performance.now() - start) / 1000 };
}

function writePassages(file: string, seed: number, count: number): void {
	const target = fs.openSync(file, 'w');
	let lines = '';
	for (const passage of artificialPassages(seed)) {
		if (passage.number === count) break;
		lines += `${lineOf(passage)}\n`;
		if (lines.length < chunkBytes) continue;
		fs.writeSync(target, lines);
		lines = '';
	}
	fs.writeSync(target, lines);
	fs.closeSync(target);
}

function lineOf({ record, language, kind, date, title, text }: ArtificialPassage): string {
	const terms = wordsOf(text).map(({ term }) => term);
	return [record, language, kind, date, title, text, terms.join(' ')].join('\t');
}

/** Reads it piece by piece. */
export function* readCorpus({ file, count }: Corpus): Generator<CorpusPassage> {
	let number = 0;
	for (const line of linesOf(file)) {
		if (number === count) return;
		const [record, language, kind = '', date = '', title = '', text = '', terms = ''] = line.split('\t');
		yield {
			...{ number, record: Number(record), language: language as LanguageCode, kind, date, title, text },
			terms: terms.split(' '),
		};
		number += 1;
	}
}

function* linesOf(file: string): Generator<string> {
	const source = fs.openSync(file, 'r');
	const chunk = Buffer.allocUnsafe(chunkBytes);
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for (let read = fs.readSync(source, chunk); read > 0; read = fs.readSync(source, chunk)) {
			const lines = (rest + decoder.decode(chunk.subarray(0, read), { stream: true })).split('\n');
			rest = lines.pop() ?? '';
			yield* lines;
		}
	} finally {
		fs.closeSync(source);
	}
}
