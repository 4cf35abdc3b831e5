import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { recordKinds } from '#shared/domain/record.ts';
import { readEdtf } from '#shared/text/edtf/read-edtf.ts';
import { readStarterData } from './starter-data.ts';

const folder = 'resources/starter';
const data = readStarterData(folder);
const reportParagraphs = Array.from({ length: 12 }, (_, index) => index + 1);

describe('the starter data', () => {
	it('has every source and every event, and the digest, once', () => {
		const sources = Array.from({ length: 22 }, (_, index) => `S${index + 1}`);
		const events = Array.from({ length: 10 }, (_, index) => `E${index + 1}`);
		expect(data.records.map(({ fact }) => fact).sort()).toEqual([...sources, 'digest'].sort());
		expect(data.events.map(({ fact }) => fact)).toEqual(events);
	});

	it('holds the digest alone; all else is described only', () => {
		const held = data.records.filter(({ holding }) => holding !== 'described-only');
		expect(held.map(({ fact, holding, id }) => [fact, holding, id])).toEqual([
			['digest', 'held', data.digest.recordId],
		]);
	});

	it('has dates that are EDTF, and marks as inferred just the years that the report leaves open', () => {
		const dated = [
			...data.records.flatMap(({ fact, dates }) => dates.map((date) => ({ fact, ...date }))),
			...data.events.filter(({ edtf }) => edtf !== ''),
		];
		for (const { edtf } of dated) expect(readEdtf(edtf), edtf).not.toBeNull();
		expect(dated.filter(({ inferred }) => inferred.includes('year')).map(({ fact }) => fact)).toEqual([
			'S4',
			'E1',
			'E2',
		]);
	});

	it('knows paragraphs 1 to 12 alone, and leads from each of them', () => {
		expect(data.report.passageDigests.map(({ paragraph }) => paragraph)).toEqual(reportParagraphs);
		expect([...new Set(data.links.map(({ paragraph }) => paragraph))]).toEqual(reportParagraphs);
		const named = [...data.records, ...data.names, ...data.events].flatMap(({ paragraphs }) => paragraphs);
		expect(named.filter((paragraph) => !reportParagraphs.includes(paragraph))).toEqual([]);
	});

	it('names, for every record, name, event and known order, the paragraphs that it rests on', () => {
		const ofReport = (words: string) => [...words.matchAll(/¶(\d+)/gu)].map(([, number]) => Number(number));
		for (const { fact, knownFrom, paragraphs } of data.records)
			if (fact !== 'S1' && fact !== 'digest') expect([fact, ofReport(knownFrom)]).toEqual([fact, paragraphs]);
		const described = [...data.names, ...data.events];
		for (const { id, source, paragraphs } of described) expect([id, ofReport(source)]).toEqual([id, paragraphs]);
		const resting = [...data.records.filter(({ knownFrom }) => knownFrom.includes('¶')), ...described];
		expect(resting).toHaveLength(data.records.length - 2 + described.length);
		expect(resting.filter(({ paragraphs }) => paragraphs.length === 0)).toEqual([]);
		for (const { words } of data.events.flatMap(({ relations }) => relations)) {
			expect(ofReport(words).length, words).toBeGreaterThan(0);
			expect(ofReport(words).filter((paragraph) => !reportParagraphs.includes(paragraph))).toEqual([]);
		}
	});

	it('links each paragraph to the sources and events that rest on it, once', () => {
		const entries = [...data.records, ...data.events];
		const expected = entries.flatMap(({ id, paragraphs }) => paragraphs.map((paragraph) => `${paragraph} ${id}`));
		expect(data.links.map(({ paragraph, to }) => `${paragraph} ${to.id}`).sort()).toEqual(expected.sort());
		const facts = new Map(entries.map(({ id, fact }) => [id as string, fact]));
		for (const { to, fact } of data.links) expect(facts.get(to.id)).toBe(fact);
	});

	it('uses kinds that every archive knows', () => {
		const known: readonly string[] = recordKinds;
		expect(data.records.map(({ kind }) => kind).filter((kind) => !known.includes(kind))).toEqual([]);
	});

	it('names two persons and fills in nobody for a role', () => {
		const persons = data.names.filter(({ kind }) => kind === 'person');
		expect(persons.map(({ forms }) => forms[0]?.text)).toEqual(['Sergei Lavrov', 'Maria Zakharova']);
	});

	it('writes every form in the script it declares', () => {
		for (const { text, script } of data.names.flatMap(({ forms }) => forms)) {
			const letters = new RegExp(`^[\\p{Script=${script}}\\p{P}\\p{Zs}]+$`, 'u');
			expect(text).toMatch(letters);
		}
	});

	it('has one main form of a name in a language, and no form twice', () => {
		for (const { forms } of data.names) {
			const mains = forms.filter(({ kind }) => kind === 'main').map(({ language }) => language);
			expect(mains).toEqual([...new Set(mains)]);
			const spelt = forms.map(({ text, language }) => `${language} ${text}`);
			expect(spelt).toEqual([...new Set(spelt)]);
		}
	});

	it('attributes every description to the report', () => {
		const described = [...data.records, ...data.events];
		expect(described.filter(({ description }) => !/\bthe report\b/iu.test(description))).toEqual([]);
	});

	it('has a digest that follows the report paragraph by paragraph', () => {
		const text = new TextDecoder().decode(data.digest.bytes);
		const followed = [...text.matchAll(/^\*\*Report, ¶(\d+)\.\*\*/gmu)].map(([, number]) => Number(number));
		expect(followed).toEqual(reportParagraphs);
	});
});

// Outside data; where it is missing, the summary of `npm test` names it.
const reportPath = resolve(process.env.LECTERN_SHARED ?? '../shared', 'corpus/report.txt');
describe.each([reportPath].filter(existsSync))('beside the report, %s', (path) => {
	it.each(readdirSync(folder))('%s shares no eight words in a row with it', (file) => {
		const runs = new Set(runsOfEight(readFileSync(path, 'utf8')));
		expect(runsOfEight(readFileSync(join(folder, file), 'utf8')).filter((run) => runs.has(run))).toEqual([]);
	});
});

describe('damaged starter data', () => {
	let copy: string;
	beforeEach(() => {
		copy = mkdtempSync(join(tmpdir(), 'lectern-starter-'));
		cpSync(folder, copy, { recursive: true });
	});
	afterEach(() => rmSync(copy, { recursive: true }));

	it.each(['records.json', 'names.json', 'events.json', 'links.json', 'report.json', 'digest.md'])(
		'names %s when it is missing',
		(file) => {
			rmSync(join(copy, file));
			expect(failure(copy)).toMatchObject({ code: 'damaged-archive', detail: { file: join(copy, file) } });
		},
	);

	it('names a file that is not JSON', () => {
		writeFileSync(join(copy, 'names.json'), '[');
		expect(failure(copy).detail).toEqual({ file: join(copy, 'names.json'), reason: 'it is not JSON' });
	});

	it('names the place of a wrong field', () => {
		change('events.json', '"E6"', '6');
		expect(failure(copy).detail.reason).toMatch(/^5\.fact: /u);
	});

	it.each([
		{ file: 'events.json', what: 'place', id: data.events[0]?.placeIds[0] },
		{ file: 'events.json', what: 'record', id: data.events[0]?.recordIds[0] },
		{ file: 'links.json', what: 'event', id: data.events[0]?.id },
		{ file: 'report.json', what: 'record', id: data.report.recordId },
	])('finds a $what in $file that is not there', ({ file, id = '' }) => {
		change(file, id, '018bcfe5-6800-7000-8000-000000000001');
		expect(failure(copy).detail.file).toBe(join(copy, file));
	});

	it('finds an id that stands twice', () => {
		change('records.json', data.records[1]?.id ?? '', data.records[0]?.id ?? '');
		expect(failure(copy).detail.reason).toContain('stands twice');
	});

	function change(file: string, from: string, to: string): void {
		const text = readFileSync(join(copy, file), 'utf8');
		expect(text).toContain(from);
		writeFileSync(join(copy, file), text.replaceAll(from, to));
	}
});

function failure(from: string): AppError {
	try {
		readStarterData(from);
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
	throw new Error('it was read');
}

/** Every run of eight words, letters and digits only, in lower case. */
function runsOfEight(text: string): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
}
