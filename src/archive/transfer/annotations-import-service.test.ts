import { describe, expect, test } from 'vitest';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import { openTransferArchive } from './testing/transfer-archive.ts';

const folder = temporaryFolders();
const context = 'http://www.w3.org/ns/anno.jsonld';
const address = 'http://example.org/page7';

function open(anchor?: ImportClient['anchor']) {
	const archive = openTransferArchive(folder, anchor);
	const recordId = archive.addRecord(1, { source: address });
	const edition = archive.addEdition(recordId, ['Alpha beta gamma', 'Delta 😀 epsilon', 'Alpha beta eta']);
	const other = archive.addEdition(archive.addRecord(2), ['Iota kappa lambda mu', 'Nu xi omicron']);
	return { ...archive, recordId, edition, other, all: () => archive.annotations.list({}) };
}

const annotation = (fields: object) => ({ '@context': context, type: 'Annotation', ...fields });
const quote = (exact: string, prefix = '', suffix = '') => ({ type: 'TextQuoteSelector', exact, prefix, suffix });
const on = (source: string, selector: object) => ({ source, selector });

describe('a quotation', () => {
	test.each([
		['in one place of the named text', address, quote('Delta 😀'), 'placed'],
		['over two passages', address, quote('gamma\nDelta'), 'placed'],
		['in two places', address, quote('Alpha beta'), 'needs-review'],
		['in two places, told apart by its context', address, quote('Alpha beta', '', ' eta'), 'placed'],
		['there, but in other context', address, quote('epsilon', 'Rho '), 'needs-review'],
		['that is not there', address, quote('Sigma'), 'unplaced'],
		['like one that is there', address, quote('delta 😀'), 'unplaced'],
		[
			'of a text without a name here, with its context',
			'http://example.org/x',
			quote('kappa', 'Iota ', ' lambda'),
			'placed',
		],
		[
			'of a text without a name here, short, with words before it',
			'http://example.org/x',
			quote('mu', 'kappa lambda '),
			'placed',
		],
		['of a text without a name here, without context', 'http://example.org/x', quote('kappa lambda mu'), 'unplaced'],
		[
			'of a text without a name here, in other context',
			'http://example.org/x',
			quote('kappa', 'Iota ', ' mu nu'),
			'unplaced',
		],
	])('%s', async (_, source, selector, placement) => {
		const { bringIn, all } = open();
		const [item] = await bringIn(annotation({ id: 'http://example.org/1', target: on(source, selector) }));
		expect(item).toMatchObject({ outcome: 'added', ...(placement !== 'placed' && { placement }) });
		const [made] = all();
		expect(made?.placement).toBe(placement);
		expect(made?.target?.exact ?? made?.origin?.exact).toBe(selector.exact);
		expect(made?.origin).toMatchObject({ via: 'http://example.org/1', source });
	});

	test('in every copy of the same text is found by the text itself', async () => {
		const source = open();
		source.annotations.add({
			...{ id: testId<AnnotationId>(10), recordId: source.recordId },
			range: { editionId: source.edition.id, startOrdinal: 2, startOffset: 0, endOrdinal: 2, endOffset: 5 },
			fields: { purpose: 'claim', body: '', tags: [], isResolved: false },
		});
		const elsewhere = openTransferArchive(folder);
		const recordId = elsewhere.addRecord(5);
		const edition = elsewhere.addEdition(recordId, ['Alpha beta gamma', 'Delta 😀 epsilon', 'Alpha beta eta']);
		expect(edition.id).not.toBe(source.edition.id);
		await elsewhere.bringIn(source.written());
		expect(elsewhere.annotations.list({})).toMatchObject([
			{
				id: testId(10),
				recordId,
				placement: 'placed',
				target: { editionId: edition.id, startOrdinal: 2, exact: 'Alpha' },
			},
		]);
	});

	test('is not believed where position and words do not agree', async () => {
		const { bringIn, all, edition } = open();
		const selector = [{ type: 'TextPositionSelector', start: 0, end: 5 }, quote('Delta')];
		await bringIn(annotation({ target: on(`urn:uuid:${edition.id}`, selector as never) }));
		expect(all()[0]?.target).toMatchObject({ startOrdinal: 1, exact: 'Delta' });
	});

	test('by position alone counts code points', async () => {
		const { bringIn, all, edition } = open();
		const selector = { type: 'TextPositionSelector', start: 23, end: 24 };
		await bringIn(annotation({ target: on(`urn:uuid:${edition.id}`, selector) }));
		expect(all()[0]?.target).toMatchObject({ startOrdinal: 1, startOffset: 6, endOffset: 8, exact: '😀' });
	});
});

describe('a record with two editions', () => {
	const made = (editionId: string, places?: object[]) => {
		const range = `v=${editionId}&from=1:0&to=1:5`;
		const selector = { type: 'FragmentSelector', conformsTo: 'urn:x-lectern:text-range', value: range };
		const target = on(`urn:uuid:${editionId}`, selector);
		return annotation({ target, ...(places && { 'lectern:places': places }) });
	};
	const openTwo = (archive = open()) => {
		const later = archive.addEdition(archive.recordId, ['A preface', 'Alpha beta gamma', 'Delta 😀 epsilon, revised']);
		const at = (from: string, to: string) => `v=${later.id}&from=${from}&to=${to}`;
		const place = {
			edition: `urn:uuid:${later.id}`,
			textSha256: later.textSha256,
			method: 'near',
			score: 1,
			margin: 1,
		};
		return { ...archive, later, at, place };
	};

	test('has what comes without a place looked for in the text that it shows', async () => {
		const { bringIn, all, edition, later, history } = openTwo();
		const [item] = await bringIn(made(edition.id));
		expect(item?.placement).toBeUndefined();
		expect(all()).toMatchObject([
			{
				placement: 'placed',
				target: { exact: 'Delta' },
				place: { editionId: later.id, startOrdinal: 2, endOffset: 5 },
			},
		]);
		history.undo();
		expect(all()).toEqual([]);
	});

	test('takes what could not be compared in as not placed, and finds it afterwards', async () => {
		const tooMuch = () => Promise.reject(new AppError('import-crashed', { file: 'sample.jsonld' }));
		const { bringIn, all, edition, earlierEditions } = openTwo(open(tooMuch));
		const [item] = await bringIn(made(edition.id));
		expect(item).toMatchObject({ outcome: 'added', placement: 'unplaced' });
		await earlierEditions.whenDone();
		expect(all()).toMatchObject([{ placement: 'placed', place: { startOrdinal: 2 } }]);
	});

	test('takes over the place that a file gives, and says so', async () => {
		const { bringIn, all, edition, at, place } = openTwo();
		const [item] = await bringIn(made(edition.id, [{ ...place, state: 'needs-review', range: at('2:0', '2:7') }]));
		expect(item).toMatchObject({ outcome: 'added', placement: 'needs-review' });
		expect(item?.losses).toBeUndefined();
		expect(all()).toMatchObject([{ placement: 'needs-review', place: { startOrdinal: 2, endOffset: 7 } }]);
	});

	test.each([
		['of no state', { state: 'somewhere' }],
		['placed nowhere', { state: 'placed' }],
		['unplaced somewhere', { state: 'unplaced', range: '2:0' }],
		['beyond the text', { state: 'placed', range: '9:0' }],
		['in a text that is not here', { state: 'left', textSha256: 'ab'.repeat(32) }],
		['in no edition', { state: 'left', edition: 7 }],
	])('names a place %s as lost, and looks for itself', async (_, { range, ...wrong }: Record<string, unknown>) => {
		const { bringIn, all, edition, at, place } = openTwo();
		const given = { ...place, ...(range !== undefined && { range: at(String(range), '9:9') }), ...wrong };
		const [item] = await bringIn(made(edition.id, [given]));
		expect(item?.losses).toContainEqual({ kind: 'property', what: 'lectern:places' });
		expect(all()).toMatchObject([{ placement: 'placed', place: { startOrdinal: 2, endOffset: 5 } }]);
	});
});

describe('what is not here', () => {
	test('becomes a record that is described only, one for all annotations on it', async () => {
		const { bringIn, all, records, history } = open();
		const items = [1, 2].map((number) =>
			annotation({ id: `http://example.org/${number}`, target: `http://example.org/new#${number}` }),
		);
		await bringIn(items);
		expect(new Set(all().map(({ recordId }) => recordId)).size).toBe(1);
		expect(records.get({ id: all()[0]?.recordId as RecordId })).toMatchObject({
			title: 'http://example.org/new',
			source: 'http://example.org/new',
			holding: 'described-only',
			knownFrom: 'annotations in sample.jsonld',
		});
		expect(history.undo()).toBe('annotationsImported');
		expect([all().length, records.list({}).length]).toEqual([0, 2]);
	});

	test('a record in the bin refuses what is on it', async () => {
		const { bringIn, all, recordId, moveToBin } = open();
		moveToBin(recordId);
		const [item] = await bringIn(annotation({ target: `urn:uuid:${recordId}` }));
		expect(item?.outcome).toBe('failed');
		expect(JSON.stringify(item?.error)).toContain('bin');
		expect(all()).toEqual([]);
	});

	test('an answer to nothing that is here says so', async () => {
		const { bringIn, all, recordId } = open();
		const target = { source: `urn:uuid:${testId(77)}`, scope: `urn:uuid:${recordId}` };
		const [item] = await bringIn(annotation({ motivation: 'replying', target }));
		expect(item?.losses).toEqual([{ kind: 'reply', what: `urn:uuid:${testId(77)}` }]);
		expect(all()).toMatchObject([{ recordId, replyToId: null, placement: 'unplaced' }]);
	});
});

describe('merging in', () => {
	test('knows what is here, and leaves what differs as it is', async () => {
		const { bringIn, all, written, annotations, recordId, history } = open();
		const fields = { purpose: 'note' as const, tags: ['alpha'], isResolved: false };
		for (const number of [10, 11])
			annotations.add({
				id: testId<AnnotationId>(number),
				recordId,
				range: null,
				fields: { ...fields, body: 'first' },
			});
		const file = written();
		annotations.update({ id: testId<AnnotationId>(11), revision: 1, fields: { body: 'second' } });
		const before = history.changeNumber();
		const items = await bringIn(file);
		expect(items.map(({ annotationId, outcome }) => [annotationId, outcome])).toEqual([
			[testId(10), 'already-held'],
			[testId(11), 'differs'],
		]);
		expect(history.changeNumber()).toBe(before);
		expect(
			all()
				.map(({ body }) => body)
				.sort(),
		).toEqual(['first', 'second']);
	});

	test('answers come after what they answer, whatever the order of the file; of a ring one begins', async () => {
		const { bringIn, all } = open();
		const at = (number: number) => `http://example.org/${number}`;
		const items = [
			annotation({ id: at(3), motivation: 'replying', target: at(2) }),
			annotation({ id: at(2), motivation: 'replying', target: at(1) }),
			annotation({ id: at(1), target: address }),
			annotation({ id: at(8), motivation: 'replying', target: at(9) }),
			annotation({ id: at(9), motivation: 'replying', target: at(8) }),
		];
		const report = await bringIn(items);
		expect(report.map(({ outcome }) => outcome)).toEqual(Array(5).fill('added'));
		const byVia = new Map(all().map((each) => [each.origin?.via, each]));
		expect(byVia.get(at(3))?.replyToId).toBe(byVia.get(at(2))?.id);
		expect(byVia.get(at(2))?.replyToId).toBe(byVia.get(at(1))?.id);
		expect(byVia.get(at(8))?.replyToId).toBeNull();
		expect(byVia.get(at(9))?.replyToId).toBe(byVia.get(at(8))?.id);
	});

	test('thousands are one thing to undo', async () => {
		const { bringIn, all, history } = open();
		const items = Array.from({ length: 3000 }, (_, at) =>
			annotation({ id: `http://example.org/${at}`, bodyValue: `Note ${at}`, target: on(address, quote('Delta')) }),
		);
		const report = await bringIn(items);
		expect(report.filter(({ outcome }) => outcome === 'added')).toHaveLength(3000);
		expect(all()).toHaveLength(3000);
		history.undo();
		expect(all()).toEqual([]);
	});
});

describe('bad input', () => {
	test.each([
		['no JSON', '{"type": "Annotation"', /no JSON/],
		['nothing', '', /no JSON/],
		['no annotations', '{"type": "Thing"}', /no annotations/],
		['an empty list', '[]', /no annotations/],
		['brackets without end', '['.repeat(100_000), /deeper/],
	])('%s: nothing is written and the file is named', async (_, text, reason) => {
		const { bringIn, jobs, history } = open();
		await expect(bringIn(text)).rejects.toMatchObject({ code: 'unreadable-file', detail: { file: 'sample.jsonld' } });
		await expect(bringIn(text)).rejects.toThrow(reason);
		expect([jobs.list(), history.state().undo]).toEqual([[], null]);
	});

	test('each annotation that is none is named with its reason, the rest come in', async () => {
		const { bringIn, all } = open();
		const report = await bringIn([
			annotation({ id: 'http://example.org/1', target: address }),
			'a text',
			null,
			{ type: 'Person', id: 'http://example.org/p', target: address },
			annotation({ id: 'http://example.org/2' }),
			annotation({ id: 'http://example.org/1', target: address, bodyValue: 'twice' }),
			annotation({ id: 'http://example.org/3', target: { selector: 7 } }),
			annotation({ target: address, bodyValue: 'x'.repeat(1_000_001) }),
		]);
		const failed = report.filter(({ outcome }) => outcome === 'failed');
		expect(failed.map(({ name, error }) => [name, error?.detail.reason])).toEqual([
			['2.', 'it is no object'],
			['3.', 'it is no object'],
			['4. http://example.org/p', 'its type is not Annotation'],
			['5. http://example.org/2', 'it does not say what it is on (target)'],
			['6. http://example.org/1', 'another annotation in this file has the same id'],
			['7. http://example.org/3', 'it does not say what it is on (target)'],
			[`8. “${'x'.repeat(79)}…”`, 'its note or its list of tags is too long'],
		]);
		expect(all()).toHaveLength(1);
	});

	test('names of the language itself are names like any other', async () => {
		const { bringIn, all } = open();
		const text = `{"type":"Annotation","id":"__proto__","target":{"id":"${address}","__proto__":{"source":"x"}},
			"__proto__":{"isAdmin":true},"constructor":{"prototype":1},"toString":"a","motivation":"__proto__"}`;
		const [item] = await bringIn(text);
		expect(item?.losses?.map(({ what }) => what).sort()).toEqual(
			['__proto__', '__proto__', 'constructor', 'target.__proto__', 'toString'].sort(),
		);
		expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
		expect(all()).toHaveLength(1);
	});

	test('HTML and scripts are text', async () => {
		const { bringIn, all } = open();
		const value = '<script>alert(1)</script> & <b onclick="x()">*bold*</b>';
		await bringIn(annotation({ body: { type: 'TextualBody', value, format: 'text/html' }, target: address }));
		expect(all()[0]?.body).toBe('\\<script>alert(1)\\</script> & \\<b onclick="x()">\\*bold\\*\\</b>');
	});

	test('further pages are named and never fetched; wrong dates, half characters and numbers for texts do no harm', async () => {
		const { bringIn, all } = open();
		const page = {
			type: 'AnnotationPage',
			items: [annotation({ created: 'yesterday', bodyValue: 'a \ud800 b', creator: 7, tags: 3, target: address })],
			next: 'http://example.org/page2',
		};
		const report = await bringIn({ '@context': 'http://example.org/evil', type: 'AnnotationCollection', first: page });
		expect(report.map(({ name, outcome }) => [name, outcome])).toEqual([
			['http://example.org/page2', 'failed'],
			['1. “a \ud800 b”'.replace('\ud800', '\ufffd'), 'added'],
		]);
		expect(all()[0]?.body).toBe('a \ufffd b');
		expect(report[1]?.losses?.map(({ what }) => what)).toEqual(['creator', 'created', 'tags']);
	});
});
