import { expect, test } from 'vitest';
import { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import { CollectionsService } from '#archive/collections/collections-service.ts';
import { EventsService } from '#archive/events/events-service.ts';
import { LinksService } from '#archive/links/links-service.ts';
import { MentionsService } from '#archive/mentions/mentions-service.ts';
import { NameJoiningService } from '#archive/names/name-joining-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { GraphExportService } from '#archive/transfer/graph-export-service.ts';
import type { GraphChoice } from '#shared/domain/graph.ts';
import type { AnnotationId, EventId, LinkId, NameId, RecordId } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkType } from '#shared/domain/link.ts';
import { GraphService } from './graph-service.ts';

const [person, place] = [testId<NameId>(31), testId<NameId>(32)];
const [meeting, later] = [testId<EventId>(41), testId<EventId>(42)];
const claimId = testId<AnnotationId>(51);

/** A report of three passages and a letter; a person and a place; two events, the second known to be after the first. */
function open() {
	const archive = openTestArchive();
	const { database, editions } = archive;
	const author = () => 'A. Reader';
	const names = new NamesService(database);
	const links = new LinksService(database, editions, names, () => 'en');
	const events = new EventsService(database, links, names);
	const joining = new NameJoiningService(database, names, links, events, () => 'en');
	const mentions = new MentionsService(database, editions, names, author);
	const records = new RecordsService(database, editions);
	const annotations = new AnnotationsService(database, editions, new TagsService(database), author);
	const graph = new GraphService(database, { records, annotations, names, events, links, mentions }, () => 'en');
	const collections = new CollectionsService(database);
	const exporting = new GraphExportService(database, { graph, records, events, collections }, () => 'Sample');
	const report = archive.addRecord(1, {
		title: 'Sample report',
		dates: JSON.stringify([{ type: 'created', edtf: '1999-05', inferred: '' }]),
	});
	const letter = archive.addRecord(2, { title: 'Sample letter' });
	const edition = archive.addEdition(report, ['Alpha met nobody.', 'Beta <b>wrote</b>.', 'Nothing else.']);
	const words = (ordinal: number, startOffset: number, endOffset: number): LinkEnd => ({
		...{ kind: 'record', id: report },
		range: { editionId: edition.id, startOrdinal: ordinal, startOffset, endOrdinal: ordinal, endOffset },
	});
	const link = (number: number, from: LinkEnd, type: LinkType, to: LinkEnd) =>
		links.add({ id: testId<LinkId>(number), type, from, to });
	for (const [id, kind, text] of [
		[person, 'person', 'Alpha'],
		[place, 'place', 'Rimwald'],
	] as const) {
		const form = { text, language: 'en', script: 'Latn', kind: 'main' as const, source: '' };
		names.add({ id, fields: { kind, description: '', source: '', forms: [form] } });
	}
	const plain = { kind: '', dateWords: '', inferred: '', duration: '', description: '', source: '', relations: [] };
	const event = (id: EventId, fields: object) =>
		events.add({
			...{ id, attestedBy: [], sameAs: null },
			fields: { ...plain, title: 'A sample meeting', edtf: '2001', placeIds: [], participantIds: [], ...fields },
		});
	const claim = () =>
		annotations.add({
			...{ id: claimId, recordId: report, range: words(0, 0, 5).range ?? null },
			fields: { purpose: 'claim', body: 'So it was', tags: [], isResolved: false },
		});
	const confirm = (ordinal: number, verdict: 'confirmed' | 'rejected' = 'confirmed') =>
		mentions.judge({
			...{ nameId: person, verdict },
			places: [{ recordId: report, editionId: edition.id, ordinal, words: 'Alpha' }],
		});
	const lines = (choice: GraphChoice = {}) => {
		const { nodes, edges } = graph.read(choice);
		const titles = new Map(nodes.map(({ id, kind, title }) => [id, `${kind} ${title}`]));
		return edges.map(({ relation, fromId, toId }) => `${titles.get(fromId)} ${relation} ${titles.get(toId)}`).sort();
	};
	return {
		...{ ...archive, links, names, joining, annotations, graph, exporting, report, letter, edition },
		...{ words, link, event, claim, confirm, lines },
	};
}

const record = (id: RecordId): LinkEnd => ({ kind: 'record', id });

test('an archive in which nothing is joined has an empty graph', () => {
	const { graph, claim } = open();
	claim();
	expect(graph.read({})).toEqual({ nodes: [], edges: [] });
});

test('a link joins the passages, records and claims at its ends, with its words and the way to them', () => {
	const { graph, link, words, claim, letter, report, edition, lines } = open();
	claim();
	link(20, words(1, 0, 4), 'cites', record(letter));
	link(21, words(1, 5, 18), 'supports', { kind: 'annotation', id: claimId });
	expect(lines()).toEqual([
		'claim So it was within record Sample report',
		'passage Beta <b>wrote</b>. cites record Sample letter',
		'passage Beta <b>wrote</b>. supports claim So it was',
		'passage Beta <b>wrote</b>. within record Sample report',
	]);
	const { nodes, edges } = graph.read({});
	expect(edges.find(({ relation }) => relation === 'cites')).toMatchObject({
		...{ id: testId(20), origin: 'user', words: 'Beta' },
		place: { kind: 'record', id: report, editionId: edition.id, ordinal: 1 },
	});
	expect(nodes.find(({ kind }) => kind === 'passage')).toMatchObject({
		...{ recordId: report, recordTitle: 'Sample report', number: 2, dateEdtf: '1999-05' },
	});
	expect(nodes.find(({ kind }) => kind === 'claim')?.place).toMatchObject({ ordinal: 0, annotationId: claimId });
});

test('events join their places, those who took part, each other, and what attests them', () => {
	const { event, graph, link, words, lines } = open();
	event(meeting, { placeIds: [place], participantIds: [person], source: 'A sample source, ¶2' });
	event(later, { title: 'A sample vote', relations: [{ relation: 'after', otherId: meeting, words: 'a week on' }] });
	link(20, words(0, 0, 5), 'attests', { kind: 'event', id: meeting });
	expect(lines()).toEqual([
		'event A sample meeting place name Rimwald',
		'event A sample vote after event A sample meeting',
		'name Alpha participant event A sample meeting',
		'passage Alpha met nobody. attests event A sample meeting',
		'passage Alpha met nobody. within record Sample report',
	]);
	const said = graph.read({}).edges.filter(({ origin }) => origin === 'event');
	expect(said.map(({ relation, words: rests }) => [relation, rests]).sort()).toEqual([
		['after', 'a week on'],
		['participant', 'A sample source, ¶2'],
		['place', 'A sample source, ¶2'],
	]);
});

test('only confirmed mentions count, and they follow a name into the one it is merged with', () => {
	const { confirm, lines, joining, names } = open();
	confirm(0);
	confirm(1, 'rejected');
	expect(lines()).toEqual([
		'passage Alpha met nobody. mentions name Alpha',
		'passage Alpha met nobody. within record Sample report',
	]);
	joining.merge({ names: names.find([place, person]).map(({ id, revision }) => ({ id, revision })) });
	expect(lines()[0]).toMatch(/^passage Alpha met nobody[.] mentions name /);
});

test('suggested links, links into the bin, and what is vaguer than a passage are left out', () => {
	const { database, links, link, words, letter, lines, report, moveToBin } = open();
	const suggested = { id: testId<LinkId>(20), type: 'cites', origin: 'suggested' } as const;
	const vague = { id: testId<LinkId>(21), type: 'cites', origin: 'automatic' } as const;
	database.step('setup', (step) => {
		links.insertWithin(step, [{ ...suggested, from: words(2, 0, 4), to: record(letter) }]);
		links.insertWithin(step, [{ ...vague, from: record(report), to: record(letter) }]);
	});
	expect(lines()).toEqual(['record Sample report cites record Sample letter']);
	link(22, words(0, 0, 5), 'cites', record(letter));
	expect(lines()).toEqual([
		'passage Alpha met nobody. cites record Sample letter',
		'passage Alpha met nobody. within record Sample report',
	]);
	moveToBin(letter);
	expect(lines()).toEqual([]);
});

test('a part of a record is joined to its whole', () => {
	const { addRecord, letter, lines } = open();
	addRecord(3, { title: 'Sample enclosure', parent_id: letter });
	expect(lines()).toEqual(['record Sample enclosure part-of record Sample letter']);
});

test('a passage stays the same node when its record shows a new edition', () => {
	const { confirm, graph, database, editions, edition, report } = open();
	confirm(1);
	const passage = () => graph.read({}).nodes.find(({ kind }) => kind === 'passage');
	const before = passage();
	const blocks = ['Put before.', 'Beta wrote.'].map((text) => ({ kind: 'paragraph' as const, text }));
	const made = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '2', blocks };
	const next = database.step('setup', (step) => {
		const succession = { from: edition.id, lineage: new Map([[1, 1]]) };
		const added = editions.addWithin(step, report, { ...made, parameters: {}, language: 'en' }, succession);
		step.update('records', report, { edition_id: added.id });
		return added;
	});
	expect(passage()).toMatchObject({ id: before?.id, title: 'Beta wrote.', place: { editionId: next.id, ordinal: 1 } });
});

test('an export names no closed record, nothing in it, and no event that only it attests', () => {
	const { exporting, link, words, letter, event, connection, report } = open();
	link(20, words(0, 0, 5), 'cites', record(letter));
	event(meeting, { placeIds: [place] });
	link(21, words(1, 0, 4), 'attests', { kind: 'event', id: meeting });
	expect(exporting.toText('json', {})).toMatchObject({ exported: 6, withheld: 0 });
	connection.run(`UPDATE records SET access = 'closed' WHERE id = ?`, report);
	for (const format of ['json', 'links-csv', 'nodes-csv', 'svg'] as const) {
		const { text, exported, withheld } = exporting.toText(format, {});
		expect({ exported, withheld }, format).toEqual({ exported: 0, withheld: 6 });
		expect(text, format).not.toMatch(/Sample report|Alpha met|Beta|sample meeting/);
	}
});

test('an export around one thing has what is shown around it', () => {
	const { exporting, graph, link, words, letter, report } = open();
	link(20, words(0, 0, 5), 'cites', record(letter));
	const around = { id: report, steps: 1 };
	const shown = graph.read({ around }).nodes.map(({ id }) => id);
	expect(shown).toHaveLength(2);
	const { text, ...summary } = exporting.toText('json', { around });
	expect(summary).toEqual({ exported: 2, withheld: 0 });
	for (const id of shown) expect(text).toContain(id);
});

test('the picture has every mark and line, and nothing of a title that could be markup', () => {
	const { exporting, link, words, letter } = open();
	link(20, words(1, 0, 4), 'cites', record(letter));
	const { text } = exporting.toText('svg', { groupBy: 'none' });
	expect(text).toContain('<title>Beta &lt;b&gt;wrote&lt;/b&gt;. — Cites — Sample letter</title>');
	expect(text.match(/class="node /g)).toHaveLength(3 + 2);
	const folded = exporting.toText('svg', { folded: ['kind:record'] }).text;
	expect(folded).toContain('Records · 2 things');
	expect(exporting.toText('links-csv', {}).text).toContain('“Beta <b>wrote</b>.”, Sample report, ¶ 2');
});
