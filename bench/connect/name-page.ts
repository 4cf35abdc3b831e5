import type { SearchDocument, SearchOwner } from '#shared/api/search-api.ts';
import { findCompanions } from '#shared/search/mentions/companions.ts';
import { createMentionFinder } from '#shared/search/mentions/mention-finder.ts';
import { filterGroups, linesOf, mentionGroups } from '#shared/search/mentions/mention-rows.ts';
import { openSegment } from '#shared/search/packed/segment.ts';
import { createSegmentBuilder } from '#shared/search/packed/segment-builder.ts';
import { createSearchIndex, type SearchIndex } from '#shared/search/search-index.ts';
import { snippetAround } from '#shared/search/snippet.ts';
import { createSupplies, pageBytes } from '#shared/search/supplies.ts';
import { randomFrom } from '../../e2e/fixtures/random.ts';
import { createWordStream, scripts } from '../artificial/vocabulary.ts';
import { printAim, printTable } from '../figures/print.ts';

const recordCount = 500;
const passagesPerRecord = 40;
const mentionsPerRecord = 10;
const wordsPerPassage = 60;
const otherNames = 2000;
/** What a window shows of the list, and what is drawn beyond it. */
const rowsInSight = 24;
const forms = ['Zorba Quillen', 'Зорба Квиллен', 'Զորբա Քվիլեն', 'Zorba', 'Quillen'];
/** As of somebody whose family name alone is no form. */
const parts = ['Квиллен', 'Քվիլեն'];

/** Prints how long a name with 5,000 mentions in 20,000 passages takes to be found, laid out and shown, and to be told its company. */
export async function measureNamePage(): Promise<void> {
	const texts = artificialRecords();
	const textOf = (editionId: string, ordinal: number) => texts[Number(editionId.slice(2))]?.[ordinal] ?? '';
	const index = packedIndex(texts, textOf);
	index.put(namesAsOwners(), namesAsDocuments());

	// The first search makes what every later one has: any page was searched before a name's is opened.
	await index.find({ text: 'alpha' }, { offset: 0, limit: 1 });
	const cold = performance.now();
	await index.mentions({ forms, parts }, true);
	const start = performance.now();
	const found = await index.mentions({ forms, parts }, false);
	const afterFinding = performance.now();
	const groups = filterGroups(
		mentionGroups(structuredClone(found), [], () => ''),
		'likely',
		null,
	);
	const lines = linesOf(groups);
	const afterLines = performance.now();
	const find = createMentionFinder(forms, found.widened);
	const rows = groups.flatMap((group) => group.rows);
	for (const { editionId, ordinal } of rows.slice(0, rowsInSight)) {
		const text = textOf(editionId, ordinal);
		snippetAround(text, find(text));
	}
	const shown = performance.now();
	await findCompanions({
		...{ names: index.ownNames(), ownId: 'own', places: rows },
		texts: async (places) => places.map(({ editionId, ordinal }) => textOf(editionId, ordinal)),
		onFound: () => undefined,
		isCancelled: () => false,
		pause: () => new Promise((resolve) => setTimeout(resolve)),
		now: () => performance.now(),
	});
	const accompanied = performance.now();
	printTable(
		[`${rows.length} mentions, ${lines.length - rows.length} records`, 'ms'],
		[
			['found by the worker, the first time', (start - cold).toFixed(1)],
			['found by the worker', (afterFinding - start).toFixed(1)],
			['handed over, judged and put in lines', (afterLines - afterFinding).toFixed(1)],
			[`the first ${rowsInSight} in context`, (shown - afterLines).toFixed(1)],
			['before it is drawn, together', (shown - start).toFixed(1)],
			[`company among ${otherNames} names, in slices`, (accompanied - shown).toFixed(1)],
		],
	);
	printAim('a page with 5,000 mentions within 300 ms, with the drawing');
}

function artificialRecords(): string[][] {
	const random = randomFrom(7);
	const next = (limit: number) => Math.floor(random() * limit);
	const [latin, cyrillic] = scripts;
	if (!latin || !cyrillic) throw new RangeError('no script to write in');
	const streams = [createWordStream(latin, random), createWordStream(cyrillic, random)];
	return Array.from({ length: recordCount }, (_, record) =>
		Array.from({ length: passagesPerRecord }, (__, at) => {
			const text = Array.from({ length: wordsPerPassage }, () => streams[record % 2]?.next() ?? '');
			if (at < mentionsPerRecord) text[next(wordsPerPassage)] = forms[at % forms.length] ?? '';
			if (at % 3 === 0) text[next(wordsPerPassage)] = nameForm(next(otherNames));
			return text.join(' ');
		}),
	);
}

function nameForm(number: number): string {
	return `Name${number.toString(36)}a`;
}

function owners(): SearchOwner[] {
	return Array.from({ length: recordCount }, (_, at) => ({
		...{ id: `r-${at}`, title: `Sample record ${at}`, recordKind: 'letter', holding: 'held', editionId: `e-${at}` },
		dateEdtf: String(1900 + (at % 100)),
	}));
}

/** As the archive keeps what has settled: packed, its pages read as they are needed. */
function packedIndex(texts: readonly string[][], textOf: (editionId: string, ordinal: number) => string): SearchIndex {
	const builder = createSegmentBuilder();
	for (const [at, passages] of texts.entries())
		builder.addEdition(
			`e-${at}`,
			passages.map((text, ordinal) => ({ ordinal, number: ordinal + 1, text, language: 'en' })),
		);
	const { header, resident, ranged } = finished(builder.finish());
	const supplies = createSupplies({
		pages: async (_, numbers) => numbers.map((number) => ranged.slice(number * pageBytes, (number + 1) * pageBytes)),
		texts: async (places) => places.map(({ editionId, ordinal }) => textOf(editionId, ordinal)),
	});
	const index = createSearchIndex({ now: () => performance.now(), supplies });
	index.setSegments([openSegment(header, resident.buffer, supplies.rangedBytes('0', 0, header.rangedBytes))]);
	index.putOwners(owners());
	return index;
}

function finished<T>(work: Generator<unknown, T>): T {
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}

function allNames(): [id: string, forms: string[]][] {
	return [
		['own', forms],
		...Array.from({ length: otherNames }, (_, at) => [`n-${at}`, [nameForm(at)]] as [string, string[]]),
	];
}

function namesAsOwners(): SearchOwner[] {
	return allNames().map(([id, [title = '']]) => ({ id, title, recordKind: 'person', dateEdtf: '', holding: '' }));
}

function namesAsDocuments(): SearchDocument[] {
	return allNames().map(([id, own]) => ({
		...{ key: `n:${id}`, kind: 'name' as const, ownerId: id, text: own.join(' '), language: 'und', forms: own },
	}));
}
