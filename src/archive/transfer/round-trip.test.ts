import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlacementsService } from '#archive/annotations/placements-service.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import { type Annotation, type AnnotationFields, purposes } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, LinkId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { linkTypes } from '#shared/domain/link.ts';
import { openTransferArchive, type TransferArchive } from './testing/transfer-archive.ts';

const folder = temporaryFolders();

/** Artificial words of many scripts: combining marks, right to left, and characters beyond the first plane. */
const texts = [
	['Sample heading 1', 'Alpha beta 😀 gamma, alpha beta.', '', 'Пример отрывка два: альфа бета гамма.'],
	[
		'Նմուշ հատված երեք 𝒜𝓁𝓅𝒽𝒶',
		'ნიმუში ოთხი',
		'مثال خمسة ألف باء',
		'Nu\u0308mune\u0301 altı \u{10348}\u{1f468}\u200d\u{1f469}',
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
const made = fc.record({
	record: fc.nat({ max: 1 }),
	/** Two places as shares of the text; null for a note on the record. */
	place: fc.option(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 }))),
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

/** The records and editions, the same in every archive. */
function openFilled() {
	const archive = openTransferArchive(folder);
	const editions = texts.map((passages, index) => archive.addEdition(archive.addRecord(index + 1), passages));
	return { ...archive, filled: editions };
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

function add(
	archive: TransferArchive,
	edition: { id: string },
	one: typeof made extends fc.Arbitrary<infer M> ? M : never,
	at: number,
) {
	const recordId = testId<RecordId>(one.record + 1);
	const passages = texts[one.record] ?? [];
	const known: Annotation[] = archive.annotations.list({ recordId });
	const parent = one.replyTo === null ? undefined : known[one.replyTo % Math.max(1, known.length)];
	const [start, end] = (one.place ?? [0, 0]).map((share) => pointAt(passages, share));
	const range = one.place && {
		editionId: edition.id as never,
		startOrdinal: start?.ordinal ?? 0,
		startOffset: start?.offset ?? 0,
		endOrdinal: end?.ordinal ?? 0,
		endOffset: end?.offset ?? 0,
	};
	try {
		archive.annotations.add({
			...{ id: testId<AnnotationId>(100 + at), recordId, range, fields: one.fields },
			...(parent && { replyToId: parent.id }),
		});
	} catch (error) {
		// Some of the places have no text between them.
		if (!(error instanceof AppError)) throw error;
	}
}

function join(
	archive: TransferArchive,
	known: Annotation[],
	{ from, to, type, toRecord, turned }: typeof link extends fc.Arbitrary<infer L> ? L : never,
	at: number,
) {
	const [one, other] = [known[from % Math.max(1, known.length)], known[to % Math.max(1, known.length)]];
	if (!one || !other || one === other) return;
	const near = { kind: 'annotation' as const, id: one.id };
	const record = { kind: 'record' as const, id: other.recordId, ...(other.target && { range: rangeOf(other) }) };
	const far = toRecord ? record : { kind: 'annotation' as const, id: other.id };
	const [first, second] = turned ? [far, near] : [near, far];
	archive.links.add({ id: testId<LinkId>(500 + at), type, from: first, to: second });
}

test('what is exported and imported on a clean archive is identical, ids and bytes', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(made, { maxLength: 12 }),
			fc.array(brought, { maxLength: 3 }),
			fc.array(link, { maxLength: 4 }),
			async (all, others, joined) => {
				const source = openFilled();
				for (const [at, one] of all.entries()) {
					const edition = source.filled[one.record];
					if (edition) add(source, edition, one, at);
				}
				for (const [at, other] of others.entries()) bring(source, other, at);
				const known = source.annotations.list({});
				for (const [at, one] of joined.entries()) join(source, known, one, at);
				const written = source.written();
				const clean = openFilled();
				if (known.length > 0) {
					const items = await clean.bringIn(written);
					expect(items.map(({ outcome, losses }) => [outcome, losses])).toEqual(known.map(() => ['added', undefined]));
				}
				expect(unstamped(clean.annotations.list({}))).toEqual(unstamped(known));
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
				for (const { connection } of [source, clean]) connection.close();
			},
		),
		{ numRuns: 30 },
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
	const editionId = source.filled[0]?.id as never;
	const range = { editionId, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 10 };
	new PlacementsService(source.database, source.editions).place({ id: testId<AnnotationId>(300), range });
	const written = source.written();
	const clean = openFilled();
	await clean.bringIn(written);
	expect(clean.annotations.list({})).toMatchObject([{ placement: 'placed', target: { exact: 'Alpha beta' } }]);
	expect(clean.written()).toBe(written);
});

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
		const [archive, other] = [openFilled(), openFilled()];
		for (const each of [archive, other]) holdFile(each, mediaType);
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
	const [archive, other] = [openFilled(), openFilled()];
	holdFile(archive, 'application/pdf');
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
