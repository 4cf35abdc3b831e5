import { expect, test } from 'vitest';
import { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { ReferencesExportService } from '#archive/transfer/references-export-service.ts';
import type { Block } from '#shared/domain/block.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { ReferencesService } from './references-service.ts';

function open() {
	const archive = openTestArchive();
	const records = new RecordsService(archive.database, archive.editions);
	const descriptions = new DescriptionsService(archive.database, records);
	const references = new ReferencesService(
		archive.database,
		{ records, editions: archive.editions, descriptions },
		() => 'en',
	);
	const tags = new TagsService(archive.database);
	const files = new ReferencesExportService(archive.database, { records, descriptions, tags }, () => 'Sample archive');
	return { ...archive, records, descriptions, references, files };
}

const range = (editionId: never, startOrdinal: number, endOrdinal = startOrdinal, endOffset = 5) => ({
	...{ editionId, startOrdinal, startOffset: 0, endOrdinal, endOffset },
});

test('words are cited by their own paragraphs, headings and cells by the number before them', () => {
	const { addRecord, database, editions, references } = open();
	const id = addRecord(1);
	const blocks: Block[] = [
		{ kind: 'paragraph', text: 'Alpha one' },
		{ kind: 'heading', text: 'Beta heading' },
		{ kind: 'paragraph', text: 'Гамма три', language: 'ru' },
		{ kind: 'cell', text: 'Delta', cell: { table: 1, row: 1, column: 1 } },
		{ kind: 'cell', text: 'Epsilon', cell: { table: 1, row: 1, column: 2 } },
	];
	const made = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
	const edition = database.step('setup', (step) =>
		editions.addWithin(step, id, { ...made, parameters: {}, language: 'en', blocks }),
	);
	const cite = (start: number, end = start) =>
		references.quotation({ recordId: id, range: range(edition.id as never, start, end), style: 'short' });
	expect(cite(0)).toMatchObject({ words: 'Alpha', language: 'en', numbers: '1' });
	expect(cite(1)).toMatchObject({ words: 'Beta ', numbers: '1' });
	expect(cite(2)).toMatchObject({ words: 'Гамма', language: 'ru', numbers: '2' });
	expect(cite(4)).toMatchObject({ words: 'Epsil', numbers: '3' });
	expect(cite(0, 2)).toMatchObject({ words: 'Alpha one\nBeta heading\nГамма', numbers: '1–2' });
	expect(cite(2).reference).toBe('“Sample record 1”, ¶ 2.');
	expect(cite(2).address).toMatch(new RegExp(`/record/${id}/${edition.id}/2$`));
});

test('words are cited without the signs of notes and the lines of the page, and are found as they are stored too', () => {
	const { addRecord, database, editions, references, records } = open();
	const id = addRecord(1);
	const raised = (start: number) => [{ start, end: start + 1, kind: 'superscript' as const }];
	const blocks: Block[] = [
		{ kind: 'paragraph', text: 'Alpha in\n20231', wrapped: true, marks: raised(13) },
		{ kind: 'paragraph', text: 'Beta' },
		{ kind: 'note', text: '1 Gamma', marks: raised(0) },
	];
	const made = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
	const edition = database.step('setup', (step) =>
		editions.addWithin(step, id, { ...made, parameters: {}, language: 'en', blocks }),
	);
	const cited = range(edition.id as never, 0, 0, 14);
	const quotation = references.quotation({ recordId: id, range: cited, style: 'short' });
	expect(quotation).toMatchObject({ words: 'Alpha in 2023' });
	expect(quotation).not.toHaveProperty('stored');
	expect(references.quotationOf(records.get({ id }), cited, 'short').stored).toBe('Alpha in\n20231');
	expect(references.quotation({ recordId: id, range: { ...cited, startOffset: 13 }, style: 'short' }).words).toBe('1');
});

test('a reference has the code that an archivist gave the record', () => {
	const { addRecord, descriptions, references, files } = open();
	const recordId = addRecord(1);
	const cite = () => references.quotation({ recordId, range: null, style: 'gost' }).reference;
	expect(cite()).not.toContain('Ф. 57');
	descriptions.update({ recordIds: [recordId], fields: { referenceCode: 'Sample Archive, f. 57, op. 5, d. 12' } });
	expect(cite()).toContain('// Sample Archive. Ф. 57. Оп. 5. Д. 12.');
	expect(files.toText('ris', {}).text).toContain('AV  - Sample Archive\r\nCN  - f. 57, op. 5, d. 12\r\n');
});

test('refuses words of another record, and what is not there', () => {
	const { addRecord, addEdition, references } = open();
	const [one, other] = [addRecord(1), addRecord(2)];
	const edition = addEdition(one, ['Alpha beta']);
	const asked = range(edition.id as never, 0);
	expect(() => references.quotation({ recordId: other, range: asked, style: 'short' })).toThrow(/not-found/);
	expect(() => references.quotation({ recordId: testId<RecordId>(9), range: null, style: 'short' })).toThrow(
		/not-found/,
	);
	expect(() =>
		references.quotation({ recordId: one, range: { ...asked, startOrdinal: 7, endOrdinal: 7 }, style: 'short' }),
	).toThrow(/invalid-input/);
});

test('a file of references leaves out what is not open, and counts it', () => {
	const { addRecord, files, moveToBin } = open();
	addRecord(1, { title: 'Бета' });
	addRecord(2, { title: 'Closed sample', access: 'closed' });
	moveToBin(addRecord(3));
	const { text, exported, withheld } = files.toText('csl-json', {});
	expect({ exported, withheld }).toEqual({ exported: 1, withheld: 1 });
	expect(JSON.parse(text)).toMatchObject([{ title: 'Бета' }]);
	expect(files.toText('ris', { ids: [testId<RecordId>(2)] })).toEqual({ text: '', exported: 0, withheld: 1 });
});
