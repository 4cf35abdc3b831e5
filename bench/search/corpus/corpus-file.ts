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

/** The name of a corpus, under which indexes of it are kept too. */
export function corpusName({ seed, count }: Pick<Corpus, 'seed' | 'count'>): string {
	return `corpus-v${version}-${seed}-${count}`;
}

/** Writes the corpus, unless one that begins with it is there; gives the seconds that took, or null. */
export function ensureCorpus(folder: string, seed: number, count: number): Corpus & { tookSeconds: number | null } {
	const known = corporaIn(folder, seed).find((corpus) => corpus.count >= count);
	if (known) return { ...known, count, tookSeconds: null };
	const start = performance.now();
	const file = path.join(folder, `${corpusName({ seed, count })}.tsv`);
	fs.mkdirSync(folder, { recursive: true });
	// Whole or not there: another run may look for it at this moment.
	const part = `${file}.${process.pid}`;
	writePassages(part, seed, count);
	fs.renameSync(part, file);
	return { file, seed, count, tookSeconds: (performance.now() - start) / 1000 };
}

/** The smallest first. */
function corporaIn(folder: string, seed: number): Corpus[] {
	const pattern = new RegExp(`^${corpusName({ seed, count: 0 }).slice(0, -1)}(\\d+)\\.tsv$`);
	const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
	return names
		.flatMap((name) => {
			const [, count] = pattern.exec(name) ?? [];
			return count === undefined ? [] : { file: path.join(folder, name), seed, count: Number(count) };
		})
		.sort((one, other) => one.count - other.count);
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
