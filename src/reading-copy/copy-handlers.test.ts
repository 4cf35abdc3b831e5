import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { addSignedText } from '#archive/testing/signed-text.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Figure } from '#shared/domain/figure.ts';
import type { AnnotationId, EditionId, JobId, LinkId, RecordId } from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import type { PackageChoice } from '#shared/domain/package.ts';
import { copyWriter, fields, openAt, sampleArchive } from './testing/sample-copy.ts';

const write = copyWriter(temporaryFolders());

test('of a picture a copy has the words, and nothing that its file is known by', async () => {
	const { copy, open } = sampleArchive();
	const { editions } = copy.services;
	const picture = {
		mediaType: 'image/png',
		width: 4,
		height: 3,
		sha256: 'a'.repeat(64),
		start: 1,
		length: 2,
		coding: 'stored',
	};
	const figure = { alt: 'A sample map', picture } as Figure;
	const blocks: Block[] = [
		{ kind: 'figure', text: '', figure },
		{ kind: 'paragraph', text: 'Kappa.' },
	];
	const made = { kind: 'transcription' as const, originalSha256: null, maker: 'sample', makerVersion: '2' };
	copy.database.step('setup', (step) => {
		const edition = editions.addWithin(step, open.id, { ...made, parameters: {}, language: 'en', blocks });
		step.update('records', open.id, { edition_id: edition.id });
	});
	const { path } = await write(copy);
	const { calls } = openAt(path);
	const { editionId } = await calls.records.get({ id: open.id });
	const copied = await calls.editions.blocks({ id: editionId as EditionId });
	expect(copied[0]).toEqual({ kind: 'figure', text: '', figure: { alt: 'A sample map' }, ordinal: 0, number: null });
	expect(copied[1]).toMatchObject({ text: 'Kappa.', number: 1 });
});

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
	expect(await calls.history.undo(undefined)).toBe('claimAdded');
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
		const request = {
			path: `${path}-2`,
			form: 'folder' as const,
			choice: {},
			hasNotes: true,
			hasPictures: true,
			replaces: false,
		};
		await service.export(id, { ...request, accepted });
		await jobs.whenEnded(id);
		return jobs.get({ id });
	};
	expect(await again()).toMatchObject({ error: { code: 'withheld-names' }, counts: { 'name-found': 1 } });
	expect(readdirSync(dirname(path))).toEqual(['copy', 'program']);
	expect(await again(report.digest)).toMatchObject({ state: 'done', error: null });
	copy.close();
});

test('too much text is refused with its size, and a name that is taken', async () => {
	const { copy } = sampleArchive();
	await expect(write(copy, { mostTextBytes: 10 })).rejects.toMatchObject({ code: 'invalid-input' });
	const { path, service } = await write(copy);
	const request = { path, form: 'folder' as const, choice: {}, hasNotes: true, hasPictures: true, replaces: true };
	await expect(service.export(newId<JobId>(), request)).rejects.toMatchObject({ code: 'archive-exists' });
	expect(readdirSync(dirname(path))).toEqual(['copy', 'program']);
	copy.close();
});

test('a claim made in a copy is quoted without the signs of footnotes, as the archive quotes it', async () => {
	const { copy } = sampleArchive();
	const { records, annotations } = copy.services;
	const recordId = copy.freshId<RecordId>();
	records.add({ id: recordId, fields: { title: 'Signed sample' } });
	const range = addSignedText({ database: copy.database, editions: copy.services.editions }, recordId);
	copy.database.step('setup', (step) =>
		step.update('records', recordId, { edition_id: range.editionId, holding: 'held' }),
	);
	const atHome = copy.freshId<AnnotationId>();
	annotations.add({ id: atHome, recordId, range, fields });
	const { calls } = openAt((await write(copy)).path);
	const inField = newId<AnnotationId>();
	await calls.annotations.add({ id: inField, recordId, range, fields });
	const claims = (await calls.evidence.list(undefined)).filter(({ record }) => record.id === recordId);
	expect(claims.map(({ claim, words }) => [claim.id, words])).toEqual([
		[atHome, 'In 2023 so'],
		[inField, 'In 2023 so'],
	]);
	expect(await calls.annotations.list({ recordId })).toMatchObject([
		{ target: { exact: 'In 20231 so' }, quoted: 'In 2023 so' },
		{ target: { exact: 'In 20231 so' }, quoted: 'In 2023 so' },
	]);
	copy.close();
});

test('a copy has the translations of its records: to be read, and found by the search', async () => {
	const { copy, open } = sampleArchive();
	const { translating, translations } = copy.services;
	const { base, text } = translating.begun({ recordId: open.id, language: 'ru' });
	const { edition } = translating.write({
		...{ recordId: open.id, baseEditionId: base.id, language: 'ru', text: `${text}\nЗелёный чайник` },
		translator: 'Sample Translator',
	});
	translations.ask({ recordIds: [open.id], language: 'fr' });
	const { path } = await write(copy);
	const { calls } = openAt(path);
	const record = await calls.records.get({ id: open.id });
	expect(record).toMatchObject({ editionId: base.id, translationIds: [edition.id] });
	expect(record.editions.map(({ id }) => id).toSorted()).toEqual([base.id, edition.id].toSorted());
	expect(await calls.editions.get({ id: edition.id })).toEqual(copy.services.editions.get({ id: edition.id }));
	expect(await calls.editions.blocks({ id: edition.id })).toEqual(copy.services.editions.blocks({ id: edition.id }));
	const { owners } = await calls.search.owners({ after: null, limit: 1000 });
	expect(owners.find(({ id }) => id === open.id)?.translations).toEqual([
		{ editionId: edition.id, since: edition.createdAt },
	]);
	const [segment] = await calls.search.segments(undefined);
	expect(segment?.header).toMatchObject({ editionIds: expect.arrayContaining([edition.id]) });
});
