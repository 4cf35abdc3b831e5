import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import atlasJson from 'world-atlas/countries-50m.json?raw';
import { getArchiveRow } from '#archive/archive-row.ts';
import { ReadingCopyService } from '#archive/reading-copy/reading-copy-service.ts';
import { type Copy, newCopy } from '#archive/testing/merge-copies.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { ArchiveHandlers } from '#shared/api/contract.ts';
import type { NotesState, Watched } from '#shared/api/copy-bridge.ts';
import type { FactMessage } from '#shared/api/envelope.ts';
import type { AppError } from '#shared/domain/app-error.ts';
import type {
	AnnotationId,
	CollectionId,
	EditionId,
	EventId,
	JobId,
	LinkId,
	NameId,
	RecordId,
} from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import type { PackageChoice } from '#shared/domain/package.ts';
import type { RecordFields } from '#shared/domain/record.ts';
import { narrowGraph } from '#shared/graph/narrow-graph.ts';
import { drawBaseMap, type WorldAtlas } from '#shared/map/base-map.ts';
import { copyHandlers } from './copy-handlers.ts';
import { CopySource } from './copy-source.ts';
import { writeNotes } from './notes/write-notes.ts';
import { openCopy } from './open-copy.ts';

const folder = temporaryFolders();
const fields = { purpose: 'claim' as const, body: 'claimed words', tags: ['sample tag'], isResolved: false };

/** An archive with two open records and a closed one, joined to a name, an event and each other. */
function sampleArchive() {
	const copy = newCopy(1);
	const { services, database } = copy;
	const { records, editions, annotations, links, names, events, descriptions, collections } = services;
	const add = (title: string, texts: string[], more: Partial<RecordFields> = {}) => {
		const id = copy.freshId<RecordId>();
		records.add({ id, fields: { title, ...more } });
		const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text }));
		const made = { kind: 'transcription' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
		database.step('setup', (step) => {
			const edition = editions.addWithin(step, id, { ...made, parameters: {}, language: 'en', blocks });
			step.update('records', id, { edition_id: edition.id, holding: 'held' });
		});
		return { id, editionId: records.get({ id }).editionId as EditionId };
	};
	const open = add('Open letter', ['Alpha beta gamma.', 'Delta epsilon zeta.']);
	const other = add('Other letter', ['Eta theta iota.']);
	const closed = add('Closedtitle', ['Closedwords stand here.'], { access: 'closed' });
	descriptions.update({
		recordIds: [open.id],
		fields: { referenceCode: 'F. 1', withheldNames: ['Withheldname'] },
		revision: 0,
	});
	const nameId = copy.freshId<NameId>();
	const form = { script: 'Latn', kind: 'main' as const, source: 'sample' };
	const forms = [
		{ ...form, text: 'Sample Name', language: 'en' },
		{ ...form, text: 'Образец', script: 'Cyrl', language: 'ru' },
	];
	names.add({ id: nameId, fields: { kind: 'person', forms, description: '', source: 'sample' } });
	const closedNameId = copy.freshId<NameId>();
	const closedForm = { ...form, text: 'Closedname', language: 'en' };
	names.add({ id: closedNameId, fields: { kind: 'person', forms: [closedForm], description: '', source: 'sample' } });
	const collectionId = copy.freshId<CollectionId>();
	collections.add({ id: collectionId, name: 'Closedcollection', parentId: null });
	collections.addRecords({ id: collectionId, recordIds: [closed.id] });
	const eventId = copy.freshId<EventId>();
	const event = { kind: '', edtf: '1999', dateWords: '', inferred: '', duration: '', description: '', source: '' };
	events.add({
		...{ id: eventId, sameAs: null },
		fields: { ...event, title: 'Sample event', placeIds: [], participantIds: [nameId], relations: [] },
		attestedBy: [open, closed].map(({ id }) => ({ kind: 'record' as const, id })),
	});
	events.add({
		...{ id: copy.freshId<EventId>(), sameAs: eventId, attestedBy: [{ kind: 'record', id: closed.id }] },
		fields: { ...event, title: 'Closedevent', placeIds: [], participantIds: [closedNameId], relations: [] },
	});
	const range = { editionId: open.editionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 5 };
	const claimId = copy.freshId<AnnotationId>();
	annotations.add({ id: claimId, recordId: open.id, range, fields });
	const closedNote = { ...fields, body: 'closednote' };
	annotations.add({ id: copy.freshId(), recordId: closed.id, range: null, fields: closedNote });
	const link = (
		type: 'supports' | 'cites',
		from: RecordId,
		to: { kind: 'annotation' | 'name' | 'record'; id: string },
	) => links.add({ id: copy.freshId<LinkId>(), type, from: { kind: 'record', id: from }, to });
	link('supports', other.id, { kind: 'annotation', id: claimId });
	link('supports', closed.id, { kind: 'annotation', id: claimId });
	link('cites', open.id, { kind: 'record', id: closed.id });
	link('cites', open.id, { kind: 'record', id: other.id });
	link('cites', other.id, { kind: 'name', id: nameId });
	const judge = ({ id: recordId, editionId }: typeof open) => {
		const place = { recordId, editionId, ordinal: 0, words: 'judgedwords' };
		services.mentions.judge({ nameId, places: [place], verdict: 'confirmed' });
	};
	judge(open);
	judge(closed);
	return { copy, open, other, closed, nameId, eventId, claimId, range };
}

interface Writing {
	choice?: PackageChoice;
	hasNotes?: boolean;
	mostTextBytes?: number;
	/** Done while the copy is being written. */
	meanwhile?(): void;
}

async function write(copy: Copy, request: Writing = {}) {
	const { choice = {}, hasNotes = true, mostTextBytes, meanwhile } = request;
	const root = folder();
	const programFolder = join(root, 'program');
	mkdirSync(join(programFolder, 'app'), { recursive: true });
	writeFileSync(join(programFolder, 'app/copy.js'), '// the program');
	const services = { ...copy.services, ...(await copy.services.onDemand()) };
	const service = new ReadingCopyService(copy.database, services.jobs, services, {
		...{ archive: () => getArchiveRow(copy.database.reader), home: () => null, programFolder },
		...(mostTextBytes !== undefined && { mostTextBytes }),
	});
	const path = join(root, 'copy');
	const id = newId<JobId>();
	await service.export(id, { path, form: 'folder', choice, hasNotes, replaces: false });
	meanwhile?.();
	await copy.services.jobs.whenEnded(id);
	expect(copy.services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	return { path, service, everything: allText(path) };
}

function allText(path: string, isAsked: (name: string) => boolean = () => true): string {
	const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && isAsked(entry.name),
	);
	return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

/** As a page opens it, with a loader that runs the parts' scripts. */
function openAt(path: string) {
	const facts: FactMessage[] = [];
	const followed: Watched<NotesState>[] = [];
	const source = new CopySource({
		async load(name) {
			let content = '';
			const lecternPart = (given: string, text: string) => {
				if (given === name) content = text;
			};
			vm.runInNewContext(readFileSync(join(path, `${name}.js`), 'utf8'), { lecternPart });
			return content;
		},
	});
	const copy = openCopy(source, { tell: (fact) => facts.push(fact), follow: (state) => followed.push(state) });
	return {
		calls: copyHandlers({ ...copy, locale: () => 'ru' }) as ArchiveHandlers,
		...{ facts, followed },
		baseMap: () => source.baseMap(),
		notesFile: async () => writeNotes(source, await copy.notes()),
	};
}

test('a copy answers as the archive does, for what is in it', async () => {
	const { copy, open, other, nameId, eventId, claimId, range } = sampleArchive();
	const { services } = copy;
	const { path } = await write(copy);
	const { calls } = openAt(path);
	const shown = [open.id, other.id];
	expect(await calls.records.list({})).toEqual(services.records.list({}).filter(({ id }) => shown.includes(id)));
	expect(await calls.records.get({ id: open.id })).toEqual(services.records.get({ id: open.id }));
	expect(await calls.editions.blocks({ id: open.editionId })).toEqual(services.editions.blocks({ id: open.editionId }));
	const opened = { id: open.editionId, ordinal: 0 };
	expect(await calls.editions.opening(opened)).toEqual(services.editions.opening(opened));
	expect(await calls.names.list(undefined)).toEqual(services.names.list().filter(({ id }) => id === nameId));
	expect(await calls.annotations.list({ recordId: open.id })).toEqual(services.annotations.list({ recordId: open.id }));
	expect((await calls.annotations.history({ id: claimId }))[0]).toMatchObject({ body: 'claimed words' });
	expect(await calls.events.list(undefined)).toEqual([
		{ ...services.events.get({ id: eventId }), recordIds: [open.id], sameEventIds: [] },
	]);

	const toOther = { kind: 'record', id: other.id };
	const views = services.links.list({ kind: 'record', id: open.id });
	expect(await calls.links.list({ kind: 'record', id: open.id })).toEqual(
		views.filter((view) => view.other.kind === 'event' || view.other.id === toOther.id),
	);
	const [toName] = await calls.links.list({ kind: 'name', id: nameId });
	expect(toName?.other.title).toBe('Other letter');
	// Names are said in the language of the reader, not in that of whoever made the copy.
	const named = await calls.links.list({ kind: 'record', id: other.id });
	expect(named.find((view) => view.other.kind === 'name')?.other.title).toBe('Образец');

	const [claim] = await calls.evidence.list(undefined);
	expect(claim?.supports.map(({ record }) => record?.id)).toEqual([other.id]);
	expect((await calls.evidence.ofEvent({ id: eventId })).attests).toHaveLength(1);
	const judged = services.mentions.list({ nameId }).filter(({ recordId }) => recordId === open.id);
	expect(judged).toHaveLength(1);
	expect(await calls.mentions.list({ nameId })).toEqual(
		judged.map((mention) => ({ ...mention, author: '', judgedAt: '' })),
	);
	const style = 'gost' as const;
	expect(await calls.references.quotation({ recordId: open.id, range, style })).toEqual(
		services.references.quotation({ recordId: open.id, range, style }),
	);
	copy.close();
});

/** A place of the archive with coordinates, and an event there that the record attests. */
function addPlace({ copy, open, nameId }: ReturnType<typeof sampleArchive>, text: string, latitude: number) {
	const { names, events, links, mentions } = copy.services;
	const [placeId, eventId] = [copy.freshId<NameId>(), copy.freshId<EventId>()];
	const form = { text, script: 'Latn', language: 'en', kind: 'main' as const, source: '' };
	const point = { latitude, longitude: 20.5, uncertaintyM: null, source: `${text} sheet` };
	names.add({
		id: placeId,
		fields: { kind: 'place', forms: [form], description: '', source: '', coordinates: [point] },
	});
	const event = { kind: '', edtf: '', dateWords: '', inferred: '', duration: '', description: '', source: '' };
	events.add({
		...{ id: eventId, sameAs: null, attestedBy: [{ kind: 'record', id: open.id }] },
		fields: { ...event, title: 'Event there', placeIds: [placeId], participantIds: [nameId], relations: [] },
	});
	links.add({
		...{ id: copy.freshId<LinkId>(), type: 'cites' },
		...{ from: { kind: 'record', id: open.id }, to: { kind: 'name', id: placeId } },
	});
	const passage = { recordId: open.id, editionId: open.editionId, ordinal: 1, words: 'epsilon' };
	mentions.judge({ nameId: placeId, places: [passage], verdict: 'confirmed' });
	return { placeId, eventId };
}

test('graph and map have what is in the copy, and join nothing else', async () => {
	const sample = sampleArchive();
	const { copy, open, other, closed, nameId, eventId, claimId } = sample;
	const { services } = copy;
	const { placeId, eventId: eventThere } = addPlace(sample, 'Sample Place', 10.25);
	services.map.setLabels({ labels: 'ru' });
	const { path } = await write(copy);
	const { calls } = openAt(path);
	const graph = await calls.graph.read({});
	const whole = (await services.onDemand()).graph.read({});
	const passages = whole.nodes.filter(({ kind, recordId }) => kind === 'passage' && recordId === open.id);
	const ids = [open.id, other.id, nameId, placeId, eventId, eventThere, claimId, ...passages.map(({ id }) => id)];
	expect(passages).toHaveLength(2);
	expect(graph.nodes.map(({ id }) => id).sort()).toEqual([...ids].sort());
	const isHeld = (id: string) => ids.includes(id as never);
	expect(graph.edges).toEqual(whole.edges.filter(({ fromId, toId }) => isHeld(fromId) && isHeld(toId)));
	expect(whole.nodes.map(({ id }) => id)).toContain(closed.id);
	// Names are said in the language of the reader.
	expect(graph.nodes.find(({ id }) => id === nameId)?.title).toBe('Образец');
	const around = await calls.graph.read({ around: { id: placeId, steps: 1 } });
	expect(around).toEqual(narrowGraph(graph, { around: { id: placeId, steps: 1 } }));
	// No word stands in the graph alone, so that the sweep has seen each.
	const others = allText(path, (name) => name !== 'graph.js');
	for (const text of [...whole.nodes.map(({ title }) => title), ...whole.edges.map(({ words }) => words)])
		if (allText(path, (name) => name === 'graph.js').includes(text)) expect(others).toContain(text);

	expect(await calls.map.labels(undefined)).toBe('ru');
	expect(await calls.map.layers(undefined)).toEqual([]);
	const placed = (await calls.names.list(undefined)).filter(({ coordinates }) => coordinates.length > 0);
	expect(placed).toMatchObject([{ id: placeId, coordinates: [{ latitude: 10.25, source: 'Sample Place sheet' }] }]);
	copy.close();
});

test('the graph of a copy follows the notes that are made in it', async () => {
	const { copy, claimId } = sampleArchive();
	const { calls } = openAt((await write(copy)).path);
	const claim = async () => (await calls.graph.read({})).nodes.find(({ id }) => id === claimId);
	expect(await claim()).toMatchObject({ kind: 'claim', title: 'claimed words' });
	const [{ revision = 0 } = {}] = await calls.annotations.some({ ids: [claimId] });
	await calls.annotations.update({ id: claimId, revision, fields: { body: 'other words', purpose: 'question' } });
	expect(await claim()).toMatchObject({ kind: 'note', type: 'question', title: 'other words' });
	await calls.annotations.remove({ ids: [claimId] });
	expect(await claim()).toBeUndefined();
	expect((await calls.graph.read({})).edges.filter(({ fromId, toId }) => [fromId, toId].includes(claimId))).toEqual([]);
	copy.close();
});

test('a withheld name is no place on the map and nothing in the graph, nor are its coordinates anywhere', async () => {
	const sample = sampleArchive();
	const { placeId } = addPlace(sample, 'Withheldname', 12.3456);
	const { copy, nameId } = sample;
	const { path, everything } = await write(copy);
	const { calls } = openAt(path);
	for (const trace of ['Withheldname', '12.3456', placeId]) expect(everything).not.toContain(trace);
	const { nodes } = await calls.graph.read({});
	// What took place there is known, and where is not.
	expect(nodes.map(({ title }) => title)).toContain('Event there');
	expect((await calls.names.list(undefined)).map(({ id }) => id)).toEqual([nameId]);
	for (const { placeIds } of await calls.events.list(undefined)) expect(placeIds).toEqual([]);
	copy.close();
});

test('what lies under the map goes along where a place has coordinates, without any name of its own', async () => {
	const sample = sampleArchive();
	const part = 'data/base-map.js';
	expect(existsSync(join((await write(sample.copy)).path, part))).toBe(false);
	addPlace(sample, 'Sample Place', 10.25);
	const { path } = await write(sample.copy);
	expect(readFileSync(join(path, part), 'utf8')).not.toContain('name');
	const { baseMap } = openAt(path);
	const plane = { parallel: 0, perLongitude: 1 };
	const drawn = drawBaseMap((await baseMap()) as WorldAtlas, plane);
	expect(drawn).toEqual(drawBaseMap(JSON.parse(atlasJson), plane));
	sample.copy.close();
});

test('sources that are not held are listed, with the citations that are in the copy, and no word of the search', async () => {
	const { copy, open, closed } = sampleArchive();
	const { records, links, wantedSources } = copy.services;
	const recordId = copy.freshId<RecordId>();
	records.add({ id: recordId, fields: { title: 'Sought report', knownFrom: 'Sample list' } });
	for (const { id } of [open, closed]) {
		const ends = { from: { kind: 'record' as const, id }, to: { kind: 'record' as const, id: recordId } };
		links.add({ id: copy.freshId<LinkId>(), type: 'cites', ...ends });
	}
	wantedSources.update({ recordId, revision: 0, fields: { status: 'refused', note: 'refusalnote' } });
	const { path, everything } = await write(copy);
	expect(await openAt(path).calls.wantedSources.list(undefined)).toMatchObject([
		{ recordId, title: 'Sought report', knownFrom: 'Sample list', citedCount: 1, note: '' },
	]);
	expect(wantedSources.list()).toMatchObject([{ citedCount: 2 }]);
	expect(everything).not.toContain('refusalnote');
	copy.close();
});

test('its search has packed passages, and notes as they are now', async () => {
	const { copy, open } = sampleArchive();
	const { calls, facts } = openAt((await write(copy)).path);
	const [segment] = await calls.search.segments(undefined);
	expect(segment?.header).toMatchObject({ documentCount: 3 });
	const own = copy.services.search.documentsOf({ ownerIds: [open.id] });
	const found = await calls.search.documentsOf({ ownerIds: [open.id] });
	const notes = (documents: typeof own.documents) => documents.filter(({ kind }) => kind === 'note');
	expect(notes(found.documents)).toEqual(notes(own.documents));
	expect(found.owners).toEqual(own.owners);
	expect(await calls.search.texts({ places: [{ editionId: open.editionId, ordinal: 1 }] })).toEqual([
		'Delta epsilon zeta.',
	]);
	const added = { id: newId<AnnotationId>(), recordId: open.id, range: null, fields: { ...fields, body: 'new words' } };
	await calls.annotations.add(added);
	expect(facts).toContainEqual({ fact: 'annotations.changed', data: { ids: expect.any(Array), recordIds: [open.id] } });
	const again = await calls.search.documentsOf({ ownerIds: [open.id] });
	expect(notes(again.documents).map(({ text }) => text)).toContain('new words');
	expect(await calls.history.undo(undefined)).toBe('annotationAdded');
	copy.close();
});

test('the history of a note tells its replies, those of the archive and those of the copy', async () => {
	const { copy, open, claimId } = sampleArchive();
	const reply = (body: string) => ({
		...{ id: newId<AnnotationId>(), recordId: open.id, range: null, replyToId: claimId },
		fields: { ...fields, body },
	});
	copy.services.annotations.add(reply('answered before'));
	const { calls } = openAt((await write(copy)).path);
	const added = reply('answered here');
	await calls.annotations.add(added);
	const answer = (await calls.annotations.list({ recordId: open.id })).find(({ id }) => id === added.id);
	await calls.annotations.update({
		id: added.id,
		revision: answer?.revision ?? 0,
		fields: { ...fields, body: 'answered better' },
	});
	await calls.annotations.remove({ ids: [added.id] });
	const versions = await calls.annotations.history({ id: claimId });
	expect(versions.map(({ repliesAdded, repliesRemoved }) => ({ repliesAdded, repliesRemoved }))).toEqual([
		{ repliesRemoved: ['answered better'] },
		{ repliesAdded: ['answered better'] },
		{ repliesAdded: ['answered before'] },
	]);
	copy.close();
});

test('what must stay in the archive is nowhere in the copy', async () => {
	const { copy, open } = sampleArchive();
	const { everything } = await write(copy);
	const closed = ['Closedtitle', 'Closedwords', 'closednote', 'Closedname', 'Closedevent', 'Closedcollection'];
	for (const word of [...closed, 'Withheldname']) expect(everything).not.toContain(word);
	expect(everything).toContain('claimed words');
	expect((await write(copy, { hasNotes: false })).everything).not.toContain('claimed words');
	const one = await write(copy, { choice: { recordIds: [open.id] } });
	expect(one.everything).not.toContain('Other letter');
	copy.close();
});

test('a withheld name goes out in a copy when a person saw its places and let them go', async () => {
	const { copy, other } = sampleArchive();
	const { annotations, jobs } = copy.services;
	const { path, service } = await write(copy);
	const found = async (choice: PackageChoice = {}) => service.sweep({ id: newId<JobId>(), choice, hasNotes: true });
	expect(await found()).toMatchObject({ nameCount: 1, total: 0 });
	const words = { ...fields, body: 'As Withheldname said', tags: [] };
	annotations.add({ id: copy.freshId(), recordId: other.id, range: null, fields: words });
	const report = await found();
	expect(report.found).toEqual([expect.objectContaining({ path: 'Other letter', recordId: other.id })]);
	expect(await found({ withoutIds: report.recordIds })).toMatchObject({ total: 0 });
	const again = async (accepted?: string) => {
		const id = newId<JobId>();
		const request = { path: `${path}-2`, form: 'folder' as const, choice: {}, hasNotes: true, replaces: false };
		await service.export(id, { ...request, accepted });
		await jobs.whenEnded(id);
		return jobs.get({ id });
	};
	expect(await again()).toMatchObject({ error: { code: 'withheld-names' }, counts: { 'name-found': 1 } });
	expect(readdirSync(dirname(path))).toEqual(['copy', 'program']);
	expect(await again(report.digest)).toMatchObject({ state: 'done', error: null });
	copy.close();
});

test('what was written in the archive while the copy was made counts as unseen when its notes come home', async () => {
	const { copy, claimId } = sampleArchive();
	const { annotations, conflicts, jobs, merge } = copy.services;
	const { revision } = annotations.get({ id: claimId });
	const { path } = await write(copy, {
		meanwhile: () => void annotations.update({ id: claimId, revision, fields: { body: 'wording at home' } }),
	});
	const { calls, notesFile } = openAt(path);
	expect(await calls.annotations.some({ ids: [claimId] })).toMatchObject([{ body: 'claimed words' }]);
	await calls.annotations.update({ id: claimId, revision, fields: { body: 'wording of the field' } });
	const file = join(path, 'field.notes.jsonld');
	writeFileSync(file, await notesFile());
	const id = newId<JobId>();
	await merge.preview(id, file, 'field.notes.jsonld');
	await merge.start({ id });
	await jobs.whenEnded(id);
	expect(conflicts.list()).toHaveLength(1);
	copy.close();
});

test('notes that could not be read at first are there, and followed, when their part is', async () => {
	const { copy, open } = sampleArchive();
	const { path } = await write(copy);
	const { calls, followed } = openAt(path);
	const [part, away] = [join(path, 'data/notes.js'), join(path, 'data/elsewhere.js')];
	renameSync(part, away);
	await expect(calls.annotations.list({})).rejects.toThrow();
	renameSync(away, part);
	expect(await calls.annotations.list({})).toHaveLength(1);
	await calls.annotations.add({ id: newId<AnnotationId>(), recordId: open.id, range: null, fields });
	expect(followed.map((state) => state.get().unsaved)).toEqual([1]);
	copy.close();
});

test('nothing but notes is written, and everything else is refused as read-only', async () => {
	const { copy, open } = sampleArchive();
	const { calls } = openAt((await write(copy)).path);
	const code = async (call: () => unknown) => {
		try {
			await call();
			return 'done';
		} catch (error) {
			return (error as AppError).code;
		}
	};
	expect(await code(() => calls.records.moveToBin({ ids: [open.id] }))).toBe('read-only');
	expect(await code(() => calls.collections.remove({ id: newId() }))).toBe('read-only');
	expect(await code(() => calls.originals.verify({}))).toBe('read-only');
	expect(await code(() => calls.records.get({ id: newId() }))).toBe('not-found');
	copy.close();
});

test('too much text is refused with its size, and a name that is taken', async () => {
	const { copy } = sampleArchive();
	await expect(write(copy, { mostTextBytes: 10 })).rejects.toMatchObject({ code: 'invalid-input' });
	const { path, service } = await write(copy);
	const request = { path, form: 'folder' as const, choice: {}, hasNotes: true, replaces: true };
	await expect(service.export(newId<JobId>(), request)).rejects.toMatchObject({ code: 'archive-exists' });
	expect(readdirSync(dirname(path))).toEqual(['copy', 'program']);
	copy.close();
});
