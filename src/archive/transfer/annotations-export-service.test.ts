import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addSignedText } from '#archive/testing/signed-text.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import type { AnnotationFields } from '#shared/domain/annotation.ts';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import { openTransferArchive } from './testing/transfer-archive.ts';

const folder = temporaryFolders();
const plain: AnnotationFields = { purpose: 'note', body: '', tags: [], isResolved: false };

function open(columns: { access?: string; embargo_until?: string } = {}) {
	const archive = openTransferArchive(folder);
	const [first, second] = [archive.addRecord(1, { title: 'Sample *letter* 1' }), archive.addRecord(2, columns)];
	const edition = archive.addEdition(first, ['Alpha beta 😀 gamma', 'Delta epsilon', '=Zeta eta']);
	const add = (
		number: number,
		recordId: RecordId,
		fields: Partial<AnnotationFields>,
		at?: [number, number, number, number],
		replyTo?: number,
	) =>
		archive.annotations.add({
			id: testId<AnnotationId>(number),
			recordId,
			range: at
				? { editionId: edition.id, startOrdinal: at[0], startOffset: at[1], endOrdinal: at[2], endOffset: at[3] }
				: null,
			fields: { ...plain, ...fields },
			...(replyTo && { replyToId: testId<AnnotationId>(replyTo) }),
		});
	add(
		10,
		first,
		{ purpose: 'question', body: 'Is this *so*?', tags: ['one', 'two, three'], isResolved: true },
		[0, 6, 1, 5],
	);
	add(11, first, { body: 'Yes.' }, undefined, 10);
	add(12, first, { purpose: 'claim', body: '=1+1' }, [2, 0, 2, 5]);
	add(13, second, { body: 'On the second "record"' });
	return { ...archive, first, second, edition };
}

test('JSON-LD has the words of the Recommendation, positions in code points, an annotation a line', () => {
	const { written, edition, first } = open();
	const collection = JSON.parse(written());
	expect(collection).toMatchObject({
		'@context': ['http://www.w3.org/ns/anno.jsonld', { lectern: 'urn:x-lectern:' }],
		type: 'AnnotationCollection',
		total: 4,
		first: { type: 'AnnotationPage' },
	});
	const scope = { id: `urn:uuid:${first}`, label: 'Sample *letter* 1' };
	expect(collection.first.items[0]).toEqual({
		id: `urn:uuid:${testId(10)}`,
		type: 'Annotation',
		motivation: 'questioning',
		creator: { type: 'Person', name: 'A. Reader' },
		created: expect.stringMatching(/^2020-01-01T.*Z$/),
		modified: expect.stringMatching(/^2020-01-01T.*Z$/),
		body: [
			{ type: 'TextualBody', value: 'Is this *so*?', format: 'text/markdown' },
			{ type: 'TextualBody', value: 'one', purpose: 'tagging' },
			{ type: 'TextualBody', value: 'two, three', purpose: 'tagging' },
		],
		target: {
			type: 'SpecificResource',
			source: { id: `urn:uuid:${edition.id}`, type: 'Text', 'lectern:textSha256': edition.textSha256 },
			scope,
			selector: [
				{ type: 'FragmentSelector', conformsTo: 'urn:x-lectern:text-range', value: `v=${edition.id}&from=0:6&to=1:5` },
				{ type: 'TextPositionSelector', start: 6, end: 24 },
				{ type: 'TextQuoteSelector', exact: 'beta 😀 gamma\nDelta', prefix: 'Alpha ', suffix: ' epsilon\n=Zeta eta' },
			],
		},
		'lectern:resolved': true,
	});
	expect(collection.first.items[1]).toMatchObject({
		motivation: 'replying',
		target: { source: `urn:uuid:${testId(10)}`, scope },
	});
	expect(collection.first.items[2]).toMatchObject({ motivation: ['classifying', 'lectern:claim'] });
	expect(
		written()
			.split('\n')
			.filter((line) => line.startsWith('{"id"')),
	).toHaveLength(4);
});

test('Markdown is for reading: by record, quotation, ¶, note, tags, replies', () => {
	const { exporting } = open();
	expect(exporting.toText('markdown', {}).text.replaceAll(/2020-01-01/g, 'DAY')).toMatchInlineSnapshot(`
		"# Annotations in Sample archive

		## Sample \\*letter\\* 1

		### ¶ 1–2 · Question · A. Reader · DAY · resolved

		> beta 😀 gamma\\
		> Delta

		Is this *so*?

		Tags: one; two, three

		> **Reply · A. Reader · DAY**
		>
		> Yes.

		### ¶ 3 · Claim · A. Reader · DAY

		> \\=Zeta

		\\=1+1

		## Sample record 2

		### Note · A. Reader · DAY

		On the second "record"
		"
	`);
});

test('CSV is a row an annotation, opens as UTF-8, and runs no formula', () => {
	const { exporting } = open();
	const { text } = exporting.toText('csv', {});
	expect(text.startsWith('\ufeffRecord,¶,Quotation,')).toBe(true);
	expect(text).toContain('"Sample *letter* 1"'.replaceAll('"', ''));
	expect(text).toContain(`1–2,"beta 😀 gamma\nDelta",Question,Is this *so*?,"one; two, three",A. Reader,`);
	expect(text).toContain(`3,'=Zeta,Claim,'=1+1,`);
	expect(text).toContain('"On the second ""record"""');
	expect(text.split('\r\n')).toHaveLength(6);
});

test('one record, or some annotations with the replies to them', () => {
	const { exporting, second } = open();
	const ids = (choice: object) =>
		[...exporting.toText('jsonld', choice).text.matchAll(/^\{"id":"urn:uuid:([^"]+)/gm)].map(([, id]) => id);
	expect(ids({ recordId: second })).toEqual([testId(13)]);
	expect(ids({ ids: [testId(10)] })).toEqual([testId(10), testId(11)]);
	expect(ids({ ids: [testId(11), testId(13)] })).toEqual([testId(11), testId(13)]);
	expect(ids({ ids: [] })).toEqual([]);
});

test.each([
	[{ access: 'open' }, 0],
	[{ access: 'restricted' }, 1],
	[{ access: 'closed', embargo_until: '2019' }, 0],
	[{ access: 'closed', embargo_until: '2020-01-01' }, 1],
	[{ access: 'closed', embargo_until: '2019?' }, 1],
])('what is on a record with %j: %i are withheld, and counted', (columns, withheld) => {
	const { exporting } = open(columns);
	for (const format of ['jsonld', 'markdown', 'csv'] as const)
		expect(exporting.toText(format, {})).toMatchObject({ withheld, exported: 4 - withheld });
});

test('a file takes its name when it is whole, over an older one; else nothing is touched', async () => {
	const { exporting } = open();
	const place = folder();
	const path = join(place, 'notes.csv');
	writeFileSync(path, 'older');
	await exporting.toFile('csv', {}, path);
	expect(readFileSync(path, 'utf8')).toBe(exporting.toText('csv', {}).text);
	await expect(exporting.toFile('csv', {}, join(place, 'gone/notes.csv'))).rejects.toMatchObject({
		code: 'unwritable-file',
	});
	expect(readdirSync(place)).toEqual(['notes.csv']);
});

test('Markdown and CSV quote without the signs of footnotes; JSON-LD has the words as they are stored', () => {
	const { exporting, addRecord, editions, database, annotations } = open();
	const written = (format: 'markdown' | 'csv' | 'jsonld') => exporting.toText(format, {}).text;
	const recordId = addRecord(3, { title: 'Signed sample' });
	const range = addSignedText({ database, editions }, recordId);
	annotations.add({ id: testId(30), recordId, range, fields: plain });
	for (const format of ['markdown', 'csv'] as const) {
		expect(written(format)).toContain('In 2023 so');
		expect(written(format)).not.toContain('20231');
	}
	expect(written('jsonld')).toContain('"exact":"In 20231 so"');
});
