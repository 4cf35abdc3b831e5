// Recognising pages with known text: seconds a page and right characters, beside the `tesseract` command where it is
// there, at one thread and with the same data; and what confidence is worth.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LanguageFile } from '#archive/importers/recognition/engine.ts';
import { type RecognisedPage, recognise } from '#archive/importers/recognition/recognise.ts';
import { drawPage } from '#archive/testing/drawn-page.ts';
import { doubtfulBelow } from '#shared/domain/recognised-layout.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

/** Plainly artificial sentences, put in another order for each paragraph. */
const sentences: Readonly<Record<string, readonly string[]>> = {
	eng: [
		'The green kettle stood on the seventh shelf of an invented room.',
		'Nobody in the made-up village could say who had put it there.',
		'On Tuesday it was gone again, and 24 cups with it.',
		'A second letter, dated the 31st, asks for nothing at all.',
	],
	rus: [
		'Зелёный чайник стоял на седьмой полке в выдуманной комнате.',
		'Никто в придуманной деревне не мог сказать, кто его туда поставил.',
		'Во вторник он снова исчез, а с ним и 24 чашки.',
		'Второе письмо, от 31-го числа, ни о чём не просит.',
	],
	hye: [
		'Կանաչ թեյնիկը կանգնած էր հնարած սենյակի յոթերորդ դարակին։',
		'Ոչ ոք չգիտեր, թե ով էր այն այնտեղ դրել։',
		'Երեքշաբթի այն նորից անհետացավ, իսկ նրա հետ՝ 24 բաժակ։',
		'Երկրորդ նամակը ոչինչ չի խնդրում։',
	],
};
const paragraphCount = 9;
const page = { widthPx: 1654, heightPx: 2339, sizePx: 30 };
const hasCommand = spawnSync('tesseract', ['--version'], { stdio: 'ignore' }).status === 0;

interface Reading {
	text: string;
	seconds: number;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
const tally = { sure: { letters: 0, wrong: 0 }, doubtful: { letters: 0, wrong: 0 } };
try {
	printLoad('before');
	const rows: string[][] = [];
	for (const code of Object.keys(sentences))
		for (const isScan of [false, true]) rows.push(...(await measure(code, isScan)));
	printTable(['page', 'engine', 's/page', 'right characters', 'mean confidence'], rows);
	const share = ({ letters, wrong }: { letters: number; wrong: number }) =>
		letters === 0 ? 'none' : `${wrong} of ${letters} characters in words that stand nowhere in the text`;
	process.stdout.write(`words of ${doubtfulBelow} and above: ${share(tally.sure)}; below: ${share(tally.doubtful)}\n`);
	if (!hasCommand) process.stdout.write('the tesseract command is not here: nothing to compare with\n');
	printAim("at least 0.8 of the command's speed, within 1 point of its right characters on clean and scanned pages");
	printLoad('after');
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

async function measure(code: string, isScan: boolean): Promise<string[][]> {
	const paragraphs = textOf(code);
	const picture = drawPage(paragraphs, { ...page, isScan });
	const language = { code, path: path.resolve('resources/tessdata', `${code}.traineddata.gz`) };
	const name = `${code} ${isScan ? 'scan' : 'clean'}`;
	const [own, confidence] = await readByLectern(picture, language, paragraphs);
	const rows = [row(name, 'Lectern', own, paragraphs, String(confidence))];
	if (hasCommand) rows.push(row(name, 'command', readByCommand(picture, language), paragraphs, ''));
	return rows;
}

function textOf(code: string): string[] {
	const all = sentences[code] ?? [];
	return Array.from({ length: paragraphCount }, (_, at) => all.map((_each, n) => all[(n + at) % all.length]).join(' '));
}

/** The second time, when engine and data are loaded, as they are for all pages but the first. */
async function readByLectern(
	bytes: Uint8Array,
	language: LanguageFile,
	paragraphs: readonly string[],
): Promise<[Reading, number]> {
	const task = { kind: 'page' as const, bytes, mediaType: 'image/png', page: 1, languages: [language] };
	await recognise('page', task);
	const began = performance.now();
	const { page: read } = (await recognise('page', task)) as { page: RecognisedPage };
	const seconds = (performance.now() - began) / 1000;
	count(read, paragraphs);
	const words = read.blocks.flatMap((block) => block.words);
	const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
	return [{ text: read.blocks.map(({ block }) => block.text).join('\n'), seconds }, Math.round(confidence)];
}

/** Words that are nowhere in the text were read wrongly. */
function count({ blocks }: RecognisedPage, paragraphs: readonly string[]): void {
	const known = new Set(paragraphs.join(' ').split(/\s+/));
	for (const { block, words } of blocks)
		for (const { start, end, confidence } of words) {
			const of = confidence >= doubtfulBelow ? tally.sure : tally.doubtful;
			of.letters += end - start;
			if (!known.has(block.text.slice(start, end))) of.wrong += end - start;
		}
}

function readByCommand(picture: Buffer, { code, path: data }: LanguageFile): Reading {
	const file = path.join(folder, 'page.png');
	fs.writeFileSync(file, picture);
	fs.writeFileSync(path.join(folder, `${code}.traineddata`), gunzipSync(fs.readFileSync(data)));
	const began = performance.now();
	const text = execFileSync('tesseract', [file, '-', '--tessdata-dir', folder, '-l', code], {
		encoding: 'utf8',
		env: { ...process.env, OMP_THREAD_LIMIT: '1' },
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return { text, seconds: (performance.now() - began) / 1000 };
}

function row(
	name: string,
	engine: string,
	reading: Reading,
	paragraphs: readonly string[],
	confidence: string,
): string[] {
	const accuracy = rightShare(fold(paragraphs.join(' ')), fold(reading.text));
	return [name, engine, reading.seconds.toFixed(2), `${(accuracy * 100).toFixed(2)} %`, confidence];
}

function fold(text: string): string {
	return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** One less the edit distance (Levenshtein) over the length of the text. */
function rightShare(text: string, read: string): number {
	let before = Array.from({ length: read.length + 1 }, (_, at) => at);
	for (let i = 1; i <= text.length; i += 1) {
		const now = [i];
		for (let j = 1; j <= read.length; j += 1)
			now.push(
				Math.min(
					(now[j - 1] ?? 0) + 1,
					(before[j] ?? 0) + 1,
					(before[j - 1] ?? 0) + (text[i - 1] === read[j - 1] ? 0 : 1),
				),
			);
		before = now;
	}
	return 1 - (before[read.length] ?? 0) / text.length;
}
