import { expect, test } from 'vitest';
import { PlacementsService } from '#archive/annotations/placements-service.ts';
import { EventsService } from '#archive/events/events-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import { EvidenceExportService } from '#archive/transfer/evidence-export-service.ts';
import { openTransferArchive } from '#archive/transfer/testing/transfer-archive.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { Block } from '#shared/domain/block.ts';
import type { AnnotationId, EventId, LinkId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkOrigin, LinkType } from '#shared/domain/link.ts';
import { EvidenceService } from './evidence-service.ts';

const folder = temporaryFolders();
const claimId = testId<AnnotationId>(10);
const claim: LinkEnd = { kind: 'annotation', id: claimId };
type Words = [ordinal: number, start: number, end: number];

/** A report with a claim on "beta gamma" of its first passage, and a letter of another date. */
function open() {
	const archive = openTransferArchive(folder);
	const { database } = archive;
	const dates = JSON.stringify([{ type: 'created', edtf: '1999-05', inferred: '' }]);
	const report = archive.addRecord(1, { title: 'Sample report' });
	const letter = archive.addRecord(2, { title: 'Sample letter', dates, holding: 'held-variant' });
	const editions = {
		[report]: archive.addEdition(report, ['Alpha beta gamma', 'Delta epsilon']),
		[letter]: archive.addEdition(letter, ['Zeta eta', 'Theta <b>iota</b>']),
	};
	const rangeOf = (recordId: RecordId, [ordinal, startOffset, endOffset]: Words) => ({
		...{ editionId: editions[recordId]?.id ?? testId(99), startOrdinal: ordinal, startOffset },
		...{ endOrdinal: ordinal, endOffset },
	});
	const record = (id: RecordId): LinkEnd => ({ kind: 'record', id });
	const words = (id: RecordId, at: Words): LinkEnd => ({ ...record(id), range: rangeOf(id, at) });
	const mark = (number: number, recordId: RecordId, purpose: Purpose, at: Words | null, body = '') =>
		archive.annotations.add({
			id: testId<AnnotationId>(number),
			recordId,
			range: at && rangeOf(recordId, at),
			fields: { purpose, body, tags: [], isResolved: false },
		});
	const link = (number: number, from: LinkEnd, type: LinkType, to: LinkEnd) =>
		archive.links.add({ id: testId<LinkId>(number), type, from, to });
	const names = new NamesService(database);
	const events = new EventsService(database, archive.links, names);
	const services = { ...archive, events, names };
	const evidence = new EvidenceService(services, () => 'en');
	const exporting = new EvidenceExportService(database, evidence, archive.records, () => 'Sample <archive>');
	mark(10, report, 'claim', [0, 6, 16], '**So** it <i>was</i>');
	const only = () => {
		const [first, ...others] = evidence.list();
		if (!first || others.length > 0) throw new Error('one claim is expected');
		return first;
	};
	return { ...archive, evidence, exporting, report, letter, record, words, mark, link, only };
}

test('a claim is listed with its record and place, also where nothing is linked to it', () => {
	const { only, mark, letter } = open();
	mark(11, letter, 'evidence', [0, 0, 4]);
	expect(only()).toMatchObject({
		claim: { id: claimId, target: { exact: 'beta gamma' } },
		record: { title: 'Sample report', dateEdtf: '', holding: 'held' },
		...{ numbers: '1', supports: [], contradicts: [] },
	});
});

test('what supports points at the claim; what contradicts does so from either end', () => {
	const { only, link, words, letter, mark, record } = open();
	mark(11, letter, 'evidence', [0, 0, 4], 'As the letter says');
	link(20, words(letter, [1, 0, 5]), 'supports', claim);
	link(21, { kind: 'annotation', id: testId(11) }, 'supports', claim);
	link(22, claim, 'supports', record(letter));
	link(23, claim, 'contradicts', words(letter, [0, 5, 8]));
	link(24, record(letter), 'contradicts', claim);
	link(25, words(letter, [0, 0, 4]), 'cites', claim);
	const { supports, contradicts } = only();
	const source = { title: 'Sample letter', dateEdtf: '1999-05', holding: 'held-variant' };
	expect(supports).toMatchObject([
		{ linkId: testId(20), record: source, words: 'Theta', numbers: '2', note: '', isOnPassage: false },
		{ linkId: testId(21), record: source, words: 'Zeta', numbers: '1', note: 'As the letter says' },
	]);
	expect(contradicts).toMatchObject([
		{ linkId: testId(23), words: 'eta' },
		{ linkId: testId(24), words: '', range: null },
	]);
});

test('words are quoted without the signs of footnotes, those of the claim and those of its evidence', async () => {
	const { addRecord, database, editions, annotations, links, evidence, exporting } = open();
	const recordId = addRecord(3, { title: 'Signed sample' });
	const raised = (start: number) => [{ start, end: start + 1, kind: 'superscript' as const }];
	const blocks: Block[] = [
		{ kind: 'paragraph', text: 'In 20231 so it was.', marks: raised(7) },
		{ kind: 'paragraph', text: 'In 19992 it was not.', marks: raised(7) },
		{ kind: 'note', text: '1 Alpha', marks: raised(0) },
		{ kind: 'note', text: '2 Beta', marks: raised(0) },
	];
	const made = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
	const { id: editionId } = database.step('setup', (step) =>
		editions.addWithin(step, recordId, { ...made, parameters: {}, language: 'en', blocks }),
	);
	const range = (at: number) => ({ editionId, startOrdinal: at, startOffset: 0, endOrdinal: at, endOffset: 11 });
	const fields = { purpose: 'claim' as const, body: '', tags: [], isResolved: false };
	const other = testId<AnnotationId>(30);
	annotations.add({ id: other, recordId, range: range(0), fields });
	annotations.add({ id: testId(31), recordId, range: range(1), fields: { ...fields, purpose: 'evidence' } });
	const to: LinkEnd = { kind: 'annotation', id: other };
	links.add({ id: testId(40), type: 'supports', from: { kind: 'record', id: recordId, range: range(1) }, to });
	links.add({ id: testId(41), type: 'contradicts', from: { kind: 'annotation', id: testId(31) }, to });
	expect(evidence.list().find(({ claim: { id } }) => id === other)).toMatchObject({
		claim: { target: { exact: 'In 20231 so' } },
		words: 'In 2023 so',
		supports: [{ words: 'In 1999 it' }],
		contradicts: [{ words: 'In 1999 it' }],
	});
	for (const format of ['markdown', 'html'] as const) {
		const { text } = exporting.toText(format, { ids: [other] });
		expect(text).toContain('In 2023 so');
		expect(text).not.toMatch(/20231|19992/);
	}
});

test('links on words that overlap those of the claim count, those beside them and on the whole record do not', () => {
	const { only, link, words, letter, report, record } = open();
	link(20, record(letter), 'supports', words(report, [0, 0, 7]));
	link(21, record(letter), 'supports', words(report, [0, 0, 6]));
	link(22, record(letter), 'supports', words(report, [1, 0, 5]));
	link(23, record(letter), 'supports', record(report));
	link(24, words(report, [0, 6, 10]), 'contradicts', claim);
	expect(only().supports).toMatchObject([{ linkId: testId(20), isOnPassage: true }]);
	expect(only().contradicts).toEqual([]);
});

test('a claim whose words were found again in a new edition is met by links on either', () => {
	const { only, link, words, letter, report, record, addEdition, database, editions } = open();
	link(20, record(letter), 'supports', words(report, [0, 6, 10]));
	const { id: editionId } = addEdition(report, ['Before all', 'Alpha beta gamma', 'Delta epsilon']);
	const range = { editionId, startOrdinal: 1, startOffset: 6, endOrdinal: 1, endOffset: 16 };
	new PlacementsService(database, editions).place({ id: claimId, range });
	link(21, record(letter), 'contradicts', { ...record(report), range: { ...range, endOffset: 10 } });
	expect(only()).toMatchObject({
		numbers: '2',
		supports: [{ linkId: testId(20) }],
		contradicts: [{ linkId: testId(21) }],
	});
});

test('a claim on a whole record is spoken of by links on the whole record', () => {
	const { evidence, mark, link, letter, report, record, words } = open();
	mark(12, letter, 'claim', null, 'All of it');
	link(20, record(report), 'supports', record(letter));
	link(21, record(report), 'supports', words(letter, [0, 0, 4]));
	const found = evidence.list().find(({ record: { id } }) => id === letter);
	expect(found?.supports.map(({ linkId }) => linkId)).toEqual([testId(20)]);
});

test('a claim on a region of a page is spoken of by links on itself alone, and says where it is', () => {
	const { evidence, exporting, annotations, database, link, letter, report, record } = open();
	const sha256 = 'ab'.repeat(32) as Sha256;
	database.step('setup', (step) => {
		step.writer.run("INSERT INTO originals VALUES (?, 'image/png', 3, 1024)", sha256);
		const part = { record_id: letter, ordinal: 0, sha256, file_name: 'a', received_at: '2020-01-01' };
		step.insert('record_parts', testId(90), part);
	});
	const onRegion = (number: number, purpose: Purpose, replyToId?: AnnotationId) => {
		const region = { originalSha256: sha256, page: 2, x: 1, y: 2, width: 30, height: 40 };
		const fields = { purpose, body: '', tags: [], isResolved: false };
		const id = testId<AnnotationId>(number);
		annotations.add({ id, recordId: letter, range: null, fields, ...(replyToId ? { replyToId } : { region }) });
		return { kind: 'annotation' as const, id };
	};
	const stamp = onRegion(12, 'claim');
	onRegion(13, 'claim', stamp.id);
	link(20, record(report), 'supports', record(letter));
	link(21, onRegion(14, 'evidence'), 'supports', stamp);
	const found = evidence.list().filter(({ record: { id } }) => id === letter);
	const supports = Object.fromEntries(found.map((each) => [each.claim.id, each.supports]));
	expect(supports).toMatchObject({ [testId(12)]: [{ linkId: testId(21), page: 2 }], [testId(13)]: [] });
	expect(exporting.toText('markdown', { ids: [stamp.id] }).text.match(/Region on page 2/g)).toHaveLength(2);
});

test('events and names are evidence too, by what they are called', () => {
	const { only, link, database } = open();
	const eventId = testId<EventId>(60);
	const event = {
		title: 'A sample meeting',
		kind: '',
		edtf: '2000',
		date_words: '',
		inferred: '',
		duration: '',
		description: '',
		source: '',
	};
	database.step('setup', (step) => step.insert('events', eventId, { ...event, created_at: step.at }), {
		kind: 'setup',
	});
	link(20, { kind: 'event', id: eventId }, 'supports', claim);
	expect(only().supports).toMatchObject([{ record: null, title: 'A sample meeting', dateEdtf: '2000' }]);
});

test('suggested links, removed ones, and what lies in the bin say nothing; undo brings back', () => {
	const { only, evidence, link, links, record, letter, history, database, moveToBin, report } = open();
	link(20, record(letter), 'supports', claim);
	expect(only().supports).toHaveLength(1);
	links.remove({ ids: [testId(20)] });
	expect(only().supports).toEqual([]);
	history.undo();
	expect(only().supports).toHaveLength(1);
	const origin: LinkOrigin = 'suggested';
	database.step('setup', (step) =>
		links.insertWithin(step, [{ id: testId(21), type: 'contradicts', from: record(letter), to: claim, origin }]),
	);
	expect(only().contradicts).toEqual([]);
	moveToBin(letter);
	expect(only().supports).toEqual([]);
	moveToBin(report);
	expect(evidence.list()).toEqual([]);
});

test('exports hold claims and evidence as text, whatever was written in them', () => {
	const { exporting, link, words, letter } = open();
	expect(exporting.toText('markdown', {}).text).toContain('No evidence');
	link(20, words(letter, [1, 0, 17]), 'supports', claim);
	const page = exporting.toText('html', {});
	expect(page).toMatchObject({ exported: 1, withheld: 0 });
	expect(page.text).toContain('Theta &lt;b&gt;iota&lt;/b&gt;');
	expect(page.text).toContain('it &lt;i&gt;was&lt;/i&gt;');
	expect(page.text).toContain('Sample &lt;archive&gt;');
	expect(page.text).toContain('1999-05');
	expect(page.text).not.toMatch(/<(b|i|script|archive)>/);
	const { text } = exporting.toText('markdown', {});
	expect(text).toContain('> beta gamma');
	expect(text).toContain('Theta \\<b>iota\\</b>');
	expect(exporting.toText('markdown', { ids: [] })).toMatchObject({ exported: 0 });
});

test('notes in exported Markdown keep their lists, emphasis and addresses, and bring no headings of their own', () => {
	const { exporting, link, letter, mark } = open();
	mark(12, letter, 'evidence', [1, 0, 17], '# Sample\n\n- one\n- see [there](https://example.org/)');
	link(20, { kind: 'annotation', id: testId<AnnotationId>(12) }, 'supports', claim);
	const { text } = exporting.toText('markdown', {});
	expect(text).toContain('\n\n**So** it \\<i>was\\</i>\n\n');
	expect(text).toContain('\n\n  **Sample**\n\n  - one\n  - see [there](https://example.org/)\n');
});

test('the exported page has the notes as they are read, with addresses that are words', () => {
	const { exporting, link, letter, mark } = open();
	mark(12, letter, 'evidence', [1, 0, 17], '# Sample\n\n- one\n- see [there](https://example.org/)');
	link(20, { kind: 'annotation', id: testId<AnnotationId>(12) }, 'supports', claim);
	const { text } = exporting.toText('html', {});
	expect(text).toContain('<div class="note"><p><strong>So</strong> it &lt;i&gt;was&lt;/i&gt;</p></div>');
	expect(text).toContain('<p class="heading">Sample</p><ul dir="auto"><li><p>one</p></li>');
	expect(text).toContain('see there <bdi class="address">⟨https://example.org/⟩</bdi>');
	expect(text).not.toMatch(/href|src=/);
});

test('nothing of records that are not open is exported; what is left out is counted', () => {
	const { exporting, link, record, letter, database } = open();
	link(20, record(letter), 'supports', claim);
	const close = (id: RecordId) => database.step('setup', (step) => step.update('records', id, { access: 'closed' }));
	close(letter);
	const { text } = exporting.toText('html', {});
	expect(text).not.toContain('Sample letter');
	expect(text).not.toContain('No evidence');
	expect(text).toContain('1 piece of evidence is withheld');
	close(testId(1));
	expect(exporting.toText('html', {})).toMatchObject({ exported: 0, withheld: 1 });
});

test('an event has the words that attest it and those that contradict it; what is only suggested says nothing', () => {
	const { evidence, database, report, letter, words, record, link } = open();
	const id = testId<EventId>(70);
	const row = { title: 'A sample meeting', kind: '', edtf: '2000', date_words: '', inferred: '', duration: '' };
	database.step('setup', (step) =>
		step.insert('events', id, { ...row, description: '', source: '', created_at: step.at }),
	);
	const event: LinkEnd = { kind: 'event', id };
	link(40, record(report), 'attests', event);
	link(41, words(report, [0, 0, 10]), 'attests', event);
	link(42, event, 'contradicts', words(letter, [1, 0, 5]));
	link(43, { kind: 'annotation', id: testId(10) }, 'attests', event);
	const { attests, contradicts } = evidence.ofEvent({ id });
	expect(attests.map((each) => [each.end.kind, each.record?.id, each.words])).toEqual([
		['record', report, 'Alpha beta'],
		['annotation', report, 'beta gamma'],
	]);
	expect(contradicts.map((each) => [each.record?.id, each.words])).toEqual([[letter, 'Theta']]);
	expect(() => evidence.ofEvent({ id: testId<EventId>(71) })).toThrow(/not-found/);
});
