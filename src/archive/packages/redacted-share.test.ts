import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { EventFields } from '#shared/domain/event.ts';
import {
	type AnnotationId,
	type CollectionId,
	type EditionId,
	type EventId,
	type JobId,
	type LinkId,
	type NameId,
	newId,
	type RecordId,
} from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import type { RecordFields } from '#shared/domain/record.ts';
import { blackened } from '#shared/writing/blackened.ts';
import { writeText } from '#shared/writing/written-text.ts';

const newFolder = temporaryFolders();
const archives = archivesOnDisk();
let root: string;
let archive: Archive;

beforeEach(() => {
	root = newFolder();
	archive = archives.create(`${root}/sample.lectern`);
});

async function addText(name: string, text: string): Promise<RecordId> {
	writeFileSync(`${root}/${name}`, text);
	const [item] = await archives.add(archive, `${root}/${name}`);
	if (!item?.recordId) throw new Error('not added');
	return item.recordId;
}

const shownOf = (id: RecordId) => archive.services.records.get({ id }).editionId as EditionId;

/** Blacks these words out of the text that the record shows. */
async function redact(recordId: RecordId, ...words: string[]): Promise<EditionId> {
	const { editions, writing } = archive.services;
	const baseEditionId = shownOf(recordId);
	const text = words.reduce(
		(left, each) => left.replaceAll(each, blackened),
		writeText(editions.blocks({ id: baseEditionId })),
	);
	return (await writing.redact({ recordId, text, baseEditionId })).id;
}

/** Of what went, the words of these that can be read in it. */
async function readIn(...words: string[]): Promise<string[]> {
	const path = `${root}/share-${newId<JobId>()}`;
	const id = newId<JobId>();
	const request = { path, form: 'folder', choice: {}, profile: 'share', key: null, replaces: false } as const;
	await (await archive.services.onDemand()).packageExport.export(id, request);
	await archive.services.jobs.whenEnded(id);
	expect(archive.services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	return words.filter((each) => String(spawnSync('grep', ['-rlF', each, path]).stdout) !== '');
}

const leftOut = async () =>
	(await (await archive.services.onDemand()).packageExport.preview({ choice: {}, profile: 'share' })).leftOut;

/** The first words of a passage. */
function wordsOf(id: RecordId, ordinal: number): LinkEnd {
	const range = { editionId: shownOf(id), startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: 3 };
	return { kind: 'record', id, range };
}

function addName(main: string, ...variants: string[]): NameId {
	const id = newId<NameId>();
	const forms = [main, ...variants].map((text, at) => ({
		...{ text, script: 'Latn', language: 'en', source: '' },
		kind: at === 0 ? ('main' as const) : ('variant' as const),
	}));
	archive.services.names.add({ id, fields: { kind: 'person', forms, description: '', source: '' } });
	return id;
}

function addEvent(title: string, attestedBy: LinkEnd[], more: Partial<EventFields> = {}): EventId {
	const id = newId<EventId>();
	const blank = { kind: '', edtf: '', dateWords: '', inferred: '', duration: '', description: '', source: '' };
	const lists = { placeIds: [], participantIds: [], relations: [] };
	archive.services.events.add({ id, fields: { title, ...blank, ...lists, ...more }, attestedBy, sameAs: null });
	return id;
}

describe('of a record whose text was redacted, strangers do not get', () => {
	test('events that its blacked out words attest, who took part in them, or that they attest an event of others', async () => {
		const letterId = await addText('letter.txt', 'Alpha sample.\n\nHidden words.\n');
		const otherId = await addText('other.txt', 'Another sample.\n');
		addEvent('A hidden event', [wordsOf(letterId, 1)], {
			participantIds: [addName('Hidden Taker')],
			dateWords: 'on the hidden day',
		});
		addEvent('A known event', [wordsOf(letterId, 1), { kind: 'record', id: otherId }]);
		const secrets = ['A hidden event', 'Hidden Taker', 'on the hidden day'];
		expect(await readIn(...secrets)).toEqual(secrets);
		await redact(letterId, 'Hidden words');
		expect(await readIn(...secrets, 'A known event')).toEqual(['A known event']);
		const path = `${root}/known`;
		const id = newId<JobId>();
		const request = { path, form: 'folder', choice: {}, profile: 'share', key: null, replaces: false } as const;
		await (await archive.services.onDemand()).packageExport.export(id, request);
		await archive.services.jobs.whenEnded(id);
		const events = String(spawnSync('cat', [`${path}/data/metadata/events.json`]).stdout);
		expect((JSON.parse(events) as { recordIds: string[] }[]).map(({ recordIds }) => recordIds.length)).toEqual([1]);
	});

	test('names that were confirmed in the full text alone', async () => {
		const letterId = await addText('letter.txt', 'Obrazets Probnov wrote to Ganz Anders.\n');
		const otherId = await addText('other.txt', 'Said by Third Sample.\n');
		const { mentions } = archive.services;
		for (const [name, ids] of [
			['Obrazets Probnov', [letterId]],
			['Ganz Anders', [letterId]],
			['Third Sample', [letterId, otherId]],
		] as const)
			mentions.judge({
				nameId: addName(name),
				places: ids.map((recordId) => ({ recordId, editionId: shownOf(recordId), ordinal: 0, words: name })),
				verdict: 'confirmed',
			});
		await redact(letterId, 'Obrazets Probnov');
		expect(await readIn('Obrazets Probnov', 'Ganz Anders', 'Third Sample')).toEqual(['Ganz Anders', 'Third Sample']);
	});

	test('a name that was merged into another after it was confirmed there', async () => {
		const letterId = await addText('letter.txt', 'Obrazets Probnov wrote.\n');
		const { mentions, names, nameJoining } = archive.services;
		const [nameId, otherId] = [addName('Obrazets Probnov'), addName('Other Authority')];
		const places = [{ recordId: letterId, editionId: shownOf(letterId), ordinal: 0, words: 'Obrazets Probnov' }];
		mentions.judge({ nameId, places, verdict: 'confirmed' });
		const revisionOf = (id: NameId) => ({ id, revision: names.get({ id }).revision });
		nameJoining.merge({ names: [revisionOf(otherId), revisionOf(nameId)] });
		await redact(letterId, 'Obrazets Probnov');
		expect(await readIn('Obrazets Probnov', 'Other Authority')).toEqual([]);
	});

	test('a name of which only the family name, or a part of a word, is left in the redacted text', async () => {
		const letterId = await addText('letter.txt', 'Vanda Quillan met Zorba Quillan near Arastone. Ara was there.\n');
		const { mentions } = archive.services;
		for (const [name, ...variants] of [['Vanda Quillan', 'Quillan'], ['Ara']] as const)
			mentions.judge({
				nameId: addName(name, ...variants),
				places: [{ recordId: letterId, editionId: shownOf(letterId), ordinal: 0, words: name }],
				verdict: 'confirmed',
			});
		await redact(letterId, 'Vanda Quillan', 'Ara was there');
		expect(await readIn('Vanda Quillan', '"Ara"')).toEqual([]);
	});

	test('a translation of the full text; one that was made of the redacted text goes', async () => {
		const letterId = await addText('letter.txt', 'Zorba Quillan wrote.\n\nA second passage.\n');
		const { translating, translations } = archive.services;
		const translate = (baseEditionId: EditionId, language: string, text: string) =>
			translating.write({ recordId: letterId, baseEditionId, language, text, translator: 'Sample Translator' });
		translate(shownOf(letterId), 'ru', '[1] Зорба написал.');
		translations.ask({ recordIds: [letterId], language: 'fr' });
		expect(await readIn('Зорба', 'Sample Translator', '"asked"', '"fr"')).toEqual(['Зорба']);
		const redactionId = await redact(letterId, 'Zorba Quillan');
		translate(redactionId, 'hy', '[2] Երկրորդ հատված։');
		expect(await readIn('Зорба', 'Երկրորդ', 'Sample Translator')).toEqual(['Երկրորդ']);
		translate(redactionId, 'hy', '[2] Ուրիշ բառեր։');
		translate(redactionId, 'fr', '[2] Mots repris');
		archive.services.history.undo();
		expect(await readIn('Երկրորդ', 'Ուրիշ', 'Mots repris')).toEqual(['Ուրիշ']);
	});

	test('a page whose translation came home after it was joined into the whole that was redacted', async () => {
		const wholeId = await addText('whole.txt', 'Alpha secretone.\n');
		const pageId = await addText('page.txt', 'Beta secretone.\n');
		const { translating, recordJoining, records } = archive.services;
		const { sheetExport } = await archive.services.onDemand();
		const path = `${root}/out.txt`;
		await sheetExport.toFile({ aims: [{ recordId: pageId, language: 'ru' }], isPacked: false, format: 'text' }, path);
		recordJoining.join({ id: wholeId, ids: [wholeId, pageId] });
		await redact(wholeId, 'secretone');
		expect(await readIn('secretone')).toEqual([]);
		writeFileSync(path, readFileSync(path, 'utf8').replace('[1]', '[1] Бета'));
		await translating.bringIn({ path, name: 'out.txt', translator: '' });
		expect(records.list({}).find(({ id }) => id === pageId)).toMatchObject({ joined: { into: wholeId } });
		expect(await readIn('secretone', 'Бета')).toEqual([]);
	});

	test('where its links point, and no stranger where pictures are', async () => {
		const page = '<p>Write <a href="mailto:hidden@example.org">to him</a>.</p><p>Sample words follow here.</p>';
		const pageId = await addText(
			'page.html',
			`<article><h1>Sample</h1>${page}<img src="https://example.org/hidden-portrait.jpg"></article>`,
		);
		// Where a picture is, no share says.
		expect(await readIn('hidden@example.org', 'hidden-portrait')).toEqual(['hidden@example.org']);
		await redact(pageId);
		expect(await readIn('hidden@example.org', 'hidden-portrait', 'to him')).toEqual(['to him']);
	});

	test('what was said of a part of its pages, or of a quotation that has no place', async () => {
		const letterId = await addText('letter.txt', 'Alpha sample.\n');
		const { annotations, records } = archive.services;
		const [file] = records.filesOf(letterId);
		const region = { originalSha256: file?.sha256 ?? ('' as never), page: 1, x: 0, y: 0, width: 1, height: 1 };
		const add = (body: string, more: object) =>
			annotations.add({
				id: newId<AnnotationId>(),
				recordId: letterId,
				range: null,
				fields: { purpose: 'claim', tags: [], isResolved: false, body },
				...more,
			});
		add('A claim on a part of the page', { region });
		add('A claim on the record', {});
		const claims = ['A claim on a part of the page', 'A claim on the record'];
		expect(await readIn(...claims)).toEqual(claims);
		await redact(letterId, 'Alpha');
		expect(await readIn(...claims)).toEqual(['A claim on the record']);
		expect(await leftOut()).toMatchObject({ 'notes-on-full-texts': 1 });
	});

	test('the same words in the text of a page that was joined into it, or of the whole that it is a page of', async () => {
		const wholeId = await addText('whole.txt', 'Alpha secretone.\n');
		const pageId = await addText('page.txt', 'Beta secrettwo.\n');
		archive.services.recordJoining.join({ id: wholeId, ids: [wholeId, pageId] });
		const words = ['secretone', 'secrettwo'];
		expect(await readIn(...words)).toEqual(words);
		await redact(wholeId, 'secretone');
		expect(await readIn(...words)).toEqual([]);
		expect(await leftOut()).toMatchObject({ 'full-texts': 1, 'joined-texts': 1 });
		await redact(pageId, 'Beta');
		expect(await readIn(...words)).toEqual(['secrettwo']);
		archive.services.records.moveToBin({ ids: [pageId] });
		archive.services.writing.endRedaction({ recordId: wholeId });
		expect(await readIn(...words)).toEqual([]);
		archive.services.records.restore({ ids: [pageId] });
		expect(await readIn(...words)).toEqual(['secrettwo']);
	});

	test('its full text from a copy of the archive either, which a package brought it to', async () => {
		const letterId = await addText('letter.txt', 'Alpha secretword.\n');
		await redact(letterId, 'secretword');
		const path = `${root}/whole`;
		const exported = newId<JobId>();
		const request = { path, form: 'folder', choice: {}, profile: 'whole', key: null, replaces: false } as const;
		await (await archive.services.onDemand()).packageExport.export(exported, request);
		await archive.services.jobs.whenEnded(exported);
		archive = archives.create(`${root}/other.lectern`);
		const imported = newId<JobId>();
		(await archive.services.onDemand()).packageImport.import(imported, path, undefined);
		await archive.services.jobs.whenEnded(imported);
		expect(archive.services.records.get({ id: letterId }).editions).toHaveLength(2);
		expect(await readIn('secretword', blackened)).toEqual([blackened]);
	});

	test('any text of it, where the redacted one is not here', async () => {
		const letterId = await addText('letter.txt', 'Alpha secretword.\n');
		await redact(letterId, 'Alpha');
		const missing = newId<EditionId>();
		archive.database.step('textRedacted', (step) => step.update('records', letterId, { redaction_id: missing }));
		expect(await readIn('secretword')).toEqual([]);
		expect(archive.services.records.list({})).toHaveLength(1);
	});
});

describe('before a share is written one is told', () => {
	const edit = (id: RecordId, fields: Partial<RecordFields>) =>
		archive.services.records.update({ id, revision: archive.services.records.get({ id }).revision, fields });
	const redactedOf = async () =>
		(await (await archive.services.onDemand()).packageExport.preview({ choice: {}, profile: 'share' })).redacted;

	test('which records go with a redacted text, and where the blacked out words go along all the same', async () => {
		const letterId = await addText('letter.txt', 'Alpha sample about Obrazets Probnov.\n\nSigned by Probnov in May.\n');
		const quietId = await addText('quiet.txt', 'Another sample of Verborgen.\n');
		await addText('open.txt', 'Probnov is named here.\n');
		const { tags, descriptions, annotations } = archive.services;
		edit(letterId, { title: 'Письмо Пробнова', description: 'A sample, signed in May.' });
		edit(quietId, { title: 'Quiet sample' });
		const fields = { extent: '1 sheet, with Probnov’s seal', sensitivity: 'Probnov' };
		descriptions.update({ recordIds: [letterId], fields });
		tags.setOnRecord({ recordId: letterId, tags: ['obrazets'] });
		for (const [purpose, body] of [
			['claim', 'Said by Obrazets.'],
			['note', 'Verborgen'],
		] as const)
			annotations.add({
				...{ id: newId<AnnotationId>(), recordId: letterId, range: null },
				fields: { purpose, body, tags: [], isResolved: false },
			});
		expect(await redactedOf()).toEqual([]);
		await redact(letterId, 'Obrazets Probnov', 'Probnov');
		await redact(quietId, 'Verborgen');
		const told = await redactedOf();
		expect(told.find(({ recordId }) => recordId === letterId)).toEqual({
			...{ recordId: letterId, title: 'Письмо Пробнова', hasText: true },
			tells: [
				// The name in another script and form.
				{ where: 'title', words: ['Пробнова'] },
				{ where: 'tags', words: ['obrazets'] },
				{ where: 'extent', words: ['Probnov'] },
				{ where: 'notes', words: ['Obrazets'] },
			],
		});
		expect(told.find(({ recordId }) => recordId === quietId)).toMatchObject({ hasText: true, tells: [] });
		expect(told).toHaveLength(2);
	});

	test('of a text that was redacted a second time, what was blacked out the first time', async () => {
		const id = await addText('letter.txt', 'Alpha sample about Obrazets Probnov.\n');
		archive.services.records.update({
			id,
			revision: archive.services.records.get({ id }).revision,
			fields: { title: 'Obrazets' },
		});
		const first = await redact(id, 'Obrazets');
		const text = writeText(archive.services.editions.blocks({ id: first })).replaceAll('Probnov', blackened);
		await archive.services.writing.redact({ recordId: id, text, baseEditionId: first });
		expect(await redactedOf()).toMatchObject([{ tells: [{ where: 'title', words: ['Obrazets'] }] }]);
	});

	test('by the other names that the archive knows, and by those of several words', async () => {
		const id = await addText('letter.txt', 'Then Obrazets Probnov, said Zorba, wrote.\n\nProbnov alone.\n');
		addName('Obrazets Probnov', 'Alias', 'Silent Fox');
		edit(id, { title: 'Alias and a silent fox', description: 'A fox' });
		await redact(id, 'Obrazets Probnov', 'Probnov');
		expect(await redactedOf()).toMatchObject([{ tells: [{ where: 'title', words: ['Alias', 'Silent Fox'] }] }]);
		addName('Zorba', 'Fox');
		await redact(id, 'Obrazets Probnov', 'Probnov', 'Zorba');
		expect((await redactedOf())[0]?.tells).toContainEqual({ where: 'description', words: ['fox'] });
	});

	test('in whatever goes with the record: dates, collections, tags of notes, names, events, and what pictures show', async () => {
		const id = await addText(
			'page.html',
			'<article><h1>Sample</h1><p>Hidden alpha, beta, gamma, delta, epsilon in 1931.</p><p>Sample words follow here.</p><img src="a.png" alt="A portrait of epsilon"></article>',
		);
		const { collections, annotations, links } = archive.services;
		edit(id, { title: 'Quiet', dates: [{ type: 'created', edtf: '1931-02', inferred: '' }] });
		const outer = newId<CollectionId>();
		const inner = newId<CollectionId>();
		collections.add({ id: outer, name: 'About alpha', parentId: null });
		collections.add({ id: inner, name: 'Letters', parentId: outer });
		collections.addRecords({ id: inner, recordIds: [id] });
		annotations.add({
			...{ id: newId<AnnotationId>(), recordId: id, range: null },
			fields: { purpose: 'claim', body: 'Quiet', tags: ['beta'], isResolved: false },
		});
		const linked = { type: 'cites', from: { kind: 'record', id } } as const;
		links.add({ id: newId<LinkId>(), ...linked, to: { kind: 'name', id: addName('Gamma Sample') } });
		addEvent('Quiet', [{ kind: 'record', id }], { description: 'What delta did' });
		await redact(id, 'Hidden alpha, beta, gamma, delta, epsilon in 1931');
		expect(await redactedOf()).toMatchObject([
			{
				tells: [
					{ where: 'notes', words: ['beta'] },
					{ where: 'dates', words: ['1931'] },
					{ where: 'collections', words: ['alpha'] },
					{ where: 'names', words: ['Gamma'] },
					{ where: 'events', words: ['delta'] },
					{ where: 'pictures', words: ['epsilon'] },
				],
			},
		]);
	});

	test('in a name that a note on the record leads to', async () => {
		const id = await addText('page.txt', 'Hidden gamma.\n\nSample words follow here.\n');
		const { annotations, links } = archive.services;
		edit(id, { title: 'Quiet' });
		const noteId = newId<AnnotationId>();
		annotations.add({
			...{ id: noteId, recordId: id, range: null },
			fields: { purpose: 'claim', body: 'Quiet', tags: [], isResolved: false },
		});
		const from = { kind: 'annotation', id: noteId } as const;
		links.add({ id: newId<LinkId>(), type: 'cites', from, to: { kind: 'name', id: addName('Gamma Sample') } });
		await redact(id, 'Hidden gamma');
		expect(await redactedOf()).toMatchObject([{ tells: [{ where: 'names', words: ['Gamma'] }] }]);
	});

	test('of a page that was joined into a redacted whole, the words of that whole alone', async () => {
		const wholeId = await addText('whole.txt', 'Alpha secretone.\n');
		const pageId = await addText('page.txt', 'Beta sample.\n');
		const otherId = await addText('other.txt', 'Gamma secrettwo.\n');
		archive.services.recordJoining.join({ id: wholeId, ids: [wholeId, pageId] });
		await redact(wholeId, 'secretone');
		await redact(otherId, 'secrettwo');
		edit(pageId, { title: 'A page of secretone and secrettwo' });
		expect((await redactedOf()).find(({ recordId }) => recordId === pageId)).toMatchObject({
			tells: [{ where: 'title', words: ['secretone'] }],
		});
	});
});
