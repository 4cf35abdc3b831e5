import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import {
	type Annotation,
	type AnnotationFields,
	placements,
	purposes,
	type TextRange,
} from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, LinkId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { linkTypes } from '#shared/domain/link.ts';
import { normaliseRange } from '#shared/domain/text-range.ts';
import type { PassageRange } from '#shared/text/anchor/text-stream.ts';
import { openTransferArchive, type TransferArchive } from './testing/transfer-archive.ts';

const folder = temporaryFolders();

/**
 * The editions of two records, the later of which is shown, in artificial words of many scripts: combining marks, right to
 * left, and characters beyond the first plane.
 */
const texts = [
	[
		['Sample heading 1', 'Alpha beta 😀 gamma, alpha beta.', '', 'Пример отрывка два: альфа бета гамма.'],
		['A preface', 'Sample heading 1', 'Alpha beta 😀 gamma, alpha delta.', 'Пример отрывка: альфа бета.'],
	],
	[
		[
			'Նմուշ հատված երեք 𝒜𝓁𝓅𝒽𝒶',
			'ნიმუში ოთხი',
			'مثال خمسة ألف باء',
			'Nu\u0308mune\u0301 altı \u{10348}\u{1f468}\u200d\u{1f469}',
		],
	],
];
const word = fc.constantFrom(
	'alpha',
	'бета',
	'գամմա',
	'დელტა',
	'مثال',
	'😀',
	'e\u0301',
	'*x*',
	'<b>',
	'\n',
	'"',
	'\\',
	'𐍈',
	'- ',
);
const someText = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const fields = fc.record({
	purpose: fc.constantFrom(...purposes),
	body: fc.oneof(
		someText,
		fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
	),
	tags: fc.array(fc.constantFrom('alpha', 'Alpha', 'бета', 'two words', '😀', '=sum'), { maxLength: 3 }),
	isResolved: fc.boolean(),
});
const twoShares = fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 }));
const made = fc.record({
	record: fc.nat({ max: 1 }),
	/** Which of its editions. */
	edition: fc.nat({ max: 1 }),
	/** Two places as shares of the text; null for a note on the record, or on a region of a page. */
	place: fc.option(twoShares),
	region: fc.boolean(),
	fields,
	replyTo: fc.option(fc.nat()),
});
/** One that had come from elsewhere and found no place. */
const brought = fc.record({
	record: fc.nat({ max: 1 }),
	fields,
	author: fc.constantFrom('A. Reader', 'Նմուշ Ընթերցող', ''),
	via: fc.constantFrom('', 'http://example.org/note/7'),
	source: fc.constantFrom('http://example.org/page#part', `urn:uuid:${testId(99)}`),
	exact: fc.oneof(
		fc.constant(''),
		fc.constant('alpha'),
		someText.filter((text) => text !== ''),
	),
	placement: fc.constantFrom('unplaced' as const, 'needs-review' as const),
});
const link = fc.record({
	from: fc.nat(),
	to: fc.nat(),
	type: fc.constantFrom(...linkTypes),
	toRecord: fc.boolean(),
	turned: fc.boolean(),
});
/** Where a mark, or an end of a link, stands in an edition that it was not made on. */
const stands = fc.record({
	which: fc.nat(),
	edition: fc.nat({ max: 1 }),
	state: fc.constantFrom(...placements),
	place: twoShares,
	method: fc.constantFrom('exact', 'near', 'person'),
	score: fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0),
});
/** One that had come from elsewhere, and where a person placed it in what the record shows. */
const placedByHand = fc.record({ which: fc.nat(), place: twoShares });

/** The records and editions, the same in every archive. @param mediaType of a file of the first record, if that holds one. */
function openFilled(mediaType?: string) {
	const archive = openTransferArchive(folder);
	const filled = texts.map((editions, index) => {
		const recordId = archive.addRecord(index + 1);
		return editions.map((passages) => ({ ...archive.addEdition(recordId, passages), passages }));
	});
	if (mediaType) holdFile(archive, mediaType);
	return { ...archive, filled };
}

type Filled = ReturnType<typeof openFilled>;

function editionOf({ filled }: Filled, record: number, edition: number) {
	const all = filled[record] ?? [];
	const one = all[edition % all.length];
	if (!one) throw new Error('no edition');
	return one;
}

type Shares = readonly [number, number];

function rangeAt({ id: editionId, passages }: ReturnType<typeof editionOf>, shares: Shares): TextRange {
	const [start, end] = [pointAt(passages, shares[0]), pointAt(passages, shares[1])];
	const [startOrdinal, endOrdinal] = [start.ordinal, end.ordinal];
	return { editionId, startOrdinal, startOffset: start.offset, endOrdinal, endOffset: end.offset };
}

function pointAt(passages: readonly string[], share: number) {
	const ordinal = share % passages.length;
	return { ordinal, offset: Math.floor((share / 1000) * ((passages[ordinal]?.length ?? 0) + 1)) };
}

interface Brought {
	record: number;
	fields: AnnotationFields;
	author: string;
	via: string;
	source: string;
	exact: string;
	placement: 'unplaced' | 'needs-review';
}

function bring(archive: TransferArchive, one: Brought, at: number) {
	const { record, fields: own, author, via, source, exact, placement } = one;
	const id = testId<AnnotationId>(300 + at);
	const origin = { via, source, exact, prefix: exact && 'before ', suffix: '', placement };
	const place = { recordId: testId<RecordId>(record + 1), target: null, region: null, origin, replyToId: null };
	const [createdAt, changedAt] = ['2021-02-03T04:05:06.789Z', '2022-02-03T04:05:06.000Z'];
	archive.database.step('setup', (step) =>
		archive.annotations.bringInWithin(step, { id, ...own, ...place, author, createdAt, changedAt }),
	);
}

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

function add(archive: Filled, one: Of<typeof made>, at: number) {
	const recordId = testId<RecordId>(one.record + 1);
	const known: Annotation[] = archive.annotations.list({ recordId });
	const parent = one.replyTo === null ? undefined : known[one.replyTo % Math.max(1, known.length)];
	const range = one.place && rangeAt(editionOf(archive, one.record, one.edition), one.place);
	const region = { originalSha256: sha256, page: 1 + (at % 3), x: at, y: 20, width: 3000 + at, height: 900 };
	try {
		archive.annotations.add({
			...{ id: testId<AnnotationId>(100 + at), recordId, range, fields: one.fields },
			...(one.region && !range && one.record === 0 && { region }),
			...(parent && { replyToId: parent.id }),
		});
	} catch (error) {
		// Some of the places have no text between them.
		if (!(error instanceof AppError)) throw error;
	}
}

/** What stands in one of the editions of its record, if that is none it was made on and the words are words. */
function standing(archive: Filled, made: { recordId: string; range: TextRange | null }, one: Of<typeof stands>) {
	const record = made.recordId === testId(1) ? 0 : 1;
	const edition = editionOf(archive, record, one.edition);
	const range = describedAt(archive, rangeAt(edition, one.place));
	const { state, method, score } = one;
	const isNowhere = state === 'unplaced' || state === 'left';
	if (!made.range || made.range.editionId === edition.id || !range) return null;
	const found = { state, method, score, margin: score / 3, range: isNowhere ? null : range };
	return { recordId: made.recordId as RecordId, editionId: edition.id, ...found };
}

/** As it is stored, without its edition; null where there are no words. */
function describedAt({ editions }: Filled, range: TextRange): PassageRange | null {
	try {
		const { editionId, ...normal } = normaliseRange(editions.blocks({ id: range.editionId }), range);
		return normal;
	} catch (error) {
		if (error instanceof AppError) return null;
		throw error;
	}
}

function stand(archive: Filled, all: readonly Of<typeof stands>[]) {
	const marks = archive.annotations.list({}).filter(({ target }) => target !== null);
	const joined = archive.links.ofAnnotations().filter(({ from, to }) => from.range ?? to.range);
	archive.database.step('setup', (step) => {
		for (const one of all) {
			const mark = marks[one.which % Math.max(1, marks.length)];
			const found = mark && standing(archive, { recordId: mark.recordId, range: mark.target }, one);
			if (mark && found) archive.placements.bringInWithin(step, [{ ...found, annotationId: mark.id }]);
			const link = joined[one.which % Math.max(1, joined.length)];
			const side = link?.from.range ? 'from' : 'to';
			const end = link && standing(archive, { recordId: link[side].id, range: link[side].range ?? null }, one);
			if (link && end) archive.linkPlacements.bringInWithin(step, [{ ...end, linkId: link.id, side }]);
		}
	});
}

function placeByHand(archive: Filled, all: readonly Of<typeof placedByHand>[]) {
	const brought = archive.annotations.list({}).filter(({ origin }) => origin !== null);
	for (const { which, place } of all) {
		const one = brought[which % Math.max(1, brought.length)];
		if (!one) continue;
		const range = rangeAt(editionOf(archive, one.recordId === testId(1) ? 0 : 1, 1), place);
		if (describedAt(archive, range)) archive.placements.place({ id: one.id, range });
	}
}

function join(
	archive: TransferArchive,
	known: Annotation[],
	{ from, to, type, toRecord, turned }: Of<typeof link>,
	at: number,
) {
	const [one, other] = [known[from % Math.max(1, known.length)], known[to % Math.max(1, known.length)]];
	if (!one || !other || one === other) return;
	// Nothing may be a part of its own part: those run one way only.
	const isBackwards = type === 'part-of' ? known.indexOf(one) > known.indexOf(other) : turned;
	const near = { kind: 'annotation' as const, id: one.id };
	const record = { kind: 'record' as const, id: other.recordId, ...(other.target && { range: rangeOf(other) }) };
	const far = toRecord ? record : { kind: 'annotation' as const, id: other.id };
	const [first, second] = isBackwards ? [far, near] : [near, far];
	archive.links.add({ id: testId<LinkId>(500 + at), type, from: first, to: second });
}

test('what is exported and imported on a clean archive is identical, ids and bytes', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(made, { maxLength: 12 }),
			fc.array(brought, { maxLength: 3 }),
			fc.array(link, { maxLength: 4 }),
			fc.array(stands, { maxLength: 8 }),
			fc.array(placedByHand, { maxLength: 2 }),
			async (all, others, joined, places, byHand) => {
				const source = openFilled('application/pdf');
				for (const [at, one] of all.entries()) add(source, one, at);
				for (const [at, other] of others.entries()) bring(source, other, at);
				for (const [at, one] of joined.entries()) join(source, source.annotations.list({}), one, at);
				await source.earlierEditions.whenDone();
				stand(source, places);
				placeByHand(source, byHand);
				const known = source.annotations.list({});
				const written = source.written();
				const clean = openFilled('application/pdf');
				if (known.length > 0) {
					const items = await clean.bringIn(written);
					expect(items.map(({ outcome, losses }) => [outcome, losses])).toEqual(known.map(() => ['added', undefined]));
					const states = new Map(known.map(({ id, placement }) => [id, placement]));
					for (const { annotationId, placement = 'placed' } of items)
						expect(placement).toBe(annotationId && states.get(annotationId));
				}
				expect(unstamped(clean.annotations.list({}))).toEqual(unstamped(known));
				expect(placesIn(clean)).toEqual(placesIn(source));
				expect(clean.written()).toBe(written);
				// Once more: everything is known.
				if (known.length > 0) {
					const again = await clean.bringIn(written);
					expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['already-held']));
					clean.history.undo();
					expect(clean.annotations.list({})).toEqual([]);
					await clean.bringIn(written);
					expect(clean.written()).toBe(written);
				}
				for (const { connection, earlierEditions } of [source, clean]) {
					await earlierEditions.close();
					connection.close();
				}
			},
		),
		{ numRuns: Number(process.env.LECTERN_PROPERTY_RUNS ?? 30) },
	);
});

test('one from elsewhere that a person placed goes out on the words it stands on now', async () => {
	const source = openFilled();
	const from = { via: '', source: 'http://example.org/page', exact: 'Sigma', placement: 'unplaced' as const };
	bring(
		source,
		{ record: 0, fields: { purpose: 'note', body: '', tags: [], isResolved: false }, author: '', ...from },
		0,
	);
	const editionId = editionOf(source, 0, 1).id;
	const range = { editionId, startOrdinal: 2, startOffset: 0, endOrdinal: 2, endOffset: 10 };
	source.placements.place({ id: testId<AnnotationId>(300), range });
	const written = source.written();
	const clean = openFilled();
	await clean.bringIn(written);
	expect(written).toContain('"exact":"Alpha beta"');
	expect(clean.annotations.list({})).toMatchObject([{ placement: 'placed', place: range, target: null, origin: from }]);
	expect(clean.written()).toBe(written);
});

function placesIn({ annotations, links, placements, linkPlacements }: Filled) {
	return {
		ofAnnotations: placements.ofAnnotations(annotations.list({}).map(({ id }) => id)),
		ofLinks: linkPlacements.ofLinks(links.ofAnnotations().map(({ id }) => id)),
	};
}

function rangeOf({ target }: Annotation) {
	if (!target) throw new Error('no target');
	const { exact: _exact, prefix: _prefix, suffix: _suffix, ...range } = target;
	return range;
}

function unstamped(all: Annotation[]) {
	return all.map(({ clock: _clock, revision: _revision, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The file that both archives hold, as a part of their first record. */
const sha256 = 'ab'.repeat(32) as Sha256;

function holdFile({ database }: TransferArchive, mediaType: string): void {
	database.step(
		'setup',
		(step) => {
			step.writer.run('INSERT INTO originals VALUES (?, ?, ?, ?)', sha256, mediaType, 3, 1024);
			const part = { record_id: testId<RecordId>(1), ordinal: 0, sha256, file_name: 'a', received_at: '2020-01-01' };
			step.insert('record_parts', testId(90), part);
		},
		{ kind: 'setup' },
	);
}

test.each(['application/pdf', 'image/png'])(
	'regions of pages (%s) go out and come in as they were',
	async (mediaType) => {
		const [archive, other] = [openFilled(mediaType), openFilled(mediaType)];
		const fields = { purpose: 'evidence', body: 'A stamp', tags: [], isResolved: false } as const;
		const place = { recordId: testId<RecordId>(1), range: null };
		const pages = mediaType === 'image/png' ? [1] : [1, 12];
		for (const page of pages) {
			const region = { originalSha256: sha256, page, x: 1, y: 20 * page, width: 3333, height: 9000 };
			archive.annotations.add({ id: testId(50 + page), ...place, region, fields: { ...fields, tags: ['alpha'] } });
		}
		const written = archive.written();
		expect(written).toContain('xywh=percent:0.01,0.2,33.33,90');
		expect(written).toContain(`"format":"${mediaType}"`);
		if (pages.length > 1) expect(written).toContain('"value":"page=12"');
		const report = await other.bringIn(written);
		expect(report.flatMap(({ losses = [] }) => losses)).toEqual([]);
		expect(other.written()).toBe(written);
		expect(other.annotations.list({})).toHaveLength(pages.length);
	},
);

test('a region of a file that is not here is named as lost, its note is kept', async () => {
	const [archive, other] = [openFilled('application/pdf'), openFilled()];
	const region = { originalSha256: sha256, page: 1, x: 1, y: 1, width: 10, height: 10 };
	const fields = { purpose: 'note', body: 'A stamp', tags: [], isResolved: false } as const;
	archive.annotations.add({
		...{ id: testId(50), recordId: testId<RecordId>(1), range: null, region },
		fields: { ...fields, tags: [] },
	});
	const [item] = await other.bringIn(archive.written());
	expect(item?.losses).toMatchObject([{ kind: 'selector', what: 'FragmentSelector' }]);
	expect(other.annotations.list({})).toMatchObject([{ body: 'A stamp', region: null, placement: 'unplaced' }]);
});
