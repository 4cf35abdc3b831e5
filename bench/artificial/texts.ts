import fs from 'node:fs';
import path from 'node:path';
import { createWordStream, pick, scripts, type WordStream } from './vocabulary.ts';

/** Files of artificial text, and the words that are in them. */
export interface ArtificialTexts {
	folder: string;
	passageCount: number;
	/** For each script in turn. */
	streams: readonly WordStream[];
}

/** Writes so many passages of 40 to 80 words in files of `passagesPerFile`, each file in one of the four scripts. */
export function writePassages(
	folder: string,
	random: () => number,
	{ passageCount, passagesPerFile }: { passageCount: number; passagesPerFile: number },
): ArtificialTexts {
	fs.mkdirSync(folder, { recursive: true });
	const streams = scripts.map((script) => createWordStream(script, random));
	for (let file = 0; file * passagesPerFile < passageCount; file += 1) {
		const stream = streams[file % streams.length];
		if (!stream) break;
		const count = Math.min(passagesPerFile, passageCount - file * passagesPerFile);
		const passages = Array.from({ length: count }, () => passage(stream, random));
		fs.writeFileSync(fileAt(folder, file), `${passages.join('\n\n')}\n`);
	}
	return { folder, passageCount, streams };
}

/** Writes files of so many bytes (nearly: whole passages), all different. */
export function writeFiles(
	folder: string,
	random: () => number,
	{ fileCount, sizeBytes }: { fileCount: number; sizeBytes: number },
): void {
	fs.mkdirSync(folder, { recursive: true });
	const streams = scripts.map((script) => createWordStream(script, random));
	for (let file = 0; file < fileCount; file += 1) {
		const stream = pick(streams, random);
		const passages: string[] = [];
		for (let bytes = 0; bytes < sizeBytes; bytes += Buffer.byteLength(passages.at(-1) ?? ''))
			passages.push(`${passage(stream, random)}\n\n`);
		fs.writeFileSync(fileAt(folder, file), passages.join(''));
	}
}

function fileAt(folder: string, number: number): string {
	return path.join(folder, `sample-${String(number + 1).padStart(5, '0')}.txt`);
}

function passage(stream: WordStream, random: () => number): string {
	let rest = 40 + Math.floor(random() * 41);
	const sentences: string[] = [];
	while (rest > 0) {
		const length = Math.min(rest, 6 + Math.floor(random() * 12));
		const [first = '', ...words] = Array.from({ length }, () => stream.next());
		sentences.push(`${[first.charAt(0).toUpperCase() + first.slice(1), ...words].join(' ')}.`);
		rest -= length;
	}
	return sentences.join(' ');
}
