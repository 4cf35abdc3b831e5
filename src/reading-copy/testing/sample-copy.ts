import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { expect } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { getArchiveRow } from '#archive/archive-row.ts';
import { ReadingCopyService } from '#archive/reading-copy/reading-copy-service.ts';
import { type Copy, newCopy } from '#archive/testing/merge-copies.ts';
import type { ArchiveHandlers } from '#shared/api/contract.ts';
import type { NotesState, Watched } from '#shared/api/copy-bridge.ts';
import type { FactMessage } from '#shared/api/envelope.ts';
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
import { copyHandlers } from '../copy-handlers.ts';
import { CopySource } from '../copy-source.ts';
import { writeNotes } from '../notes/write-notes.ts';
import { openCopy } from '../open-copy.ts';

export const fields = { purpose: 'claim' as const, body: 'claimed words', tags: ['sample tag'], isResolved: false };

/** An archive with two open records and a closed one, joined to a name, an event and each other. */
export function sampleArchive() {
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
	hasPictures?: boolean;
	mostTextBytes?: number;
	/** Done while the copy is being written. */
	meanwhile?(): void;
}

/** Gives what writes copies of an archive, as its service does, into new folders. */
export const copyWriter =
	(folder: () => string) =>
	async (copy: Pick<Archive, 'services' | 'database'> | Copy, request: Writing = {}) => {
		const { choice = {}, hasNotes = true, hasPictures, mostTextBytes, meanwhile } = request;
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
		await service.export(id, { path, form: 'folder', choice, hasNotes, hasPictures, replaces: false });
		meanwhile?.();
		await copy.services.jobs.whenEnded(id);
		expect(copy.services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
		return { path, service, everything: allText(path) };
	};

/** All that stands in the files of a folder. */
export function allText(path: string, isAsked: (name: string) => boolean = () => true): string {
	const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && isAsked(entry.name),
	);
	return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

/** As a page opens it, with a loader that runs the parts' scripts. */
export function openAt(path: string) {
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
