import { describe, expect, test } from 'vitest';
import { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { SearchPage } from '#shared/api/search-api.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationId, NameId, RecordId } from '#shared/domain/ids.ts';
import type { NameForm } from '#shared/domain/name.ts';
import { SearchService } from './search-service.ts';

function open() {
	const archive = openTestArchive();
	const { database, history } = archive;
	const names = new NamesService(database);
	const search = new SearchService(database, history, names, () => 'en');
	const annotations = new AnnotationsService(database, archive.editions, new TagsService(database), () => 'A. Reader');
	const note = (number: number, recordId: RecordId, range: TextRange | null, body: string) => {
		const fields = {
			purpose: 'note' as const,
			body,
			tags: number === 13 ? ['second', 'first'] : [],
			isResolved: false,
		};
		return annotations.add({ id: testId<AnnotationId>(number), recordId, range, fields });
	};
	const name = (number: number, texts: string[], description = '') => {
		const form = { script: 'Latn', language: 'en', kind: 'main', source: 'sample' } as const;
		const forms: NameForm[] = texts.map((text) => ({ ...form, text }));
		const made = { id: testId<NameId>(number), kind: 'person' as const, forms, description, source: 'sample' };
		database.step('setup', (step) => names.insertWithin(step, [made]), { kind: 'setup' });
		return made.id;
	};
	const all = () => search.documents({ after: null, limit: 10_000 });
	return { ...archive, search, annotations, note, name, all };
}

function readPages(search: SearchService, limit: number): SearchPage[] {
	const pages: SearchPage[] = [];
	let after: string | null = null;
	do {
		const page: SearchPage = search.documents({ after, limit });
		pages.push(page);
		after = page.next;
	} while (after !== null);
	return pages;
}

describe('documents', () => {
	test('are titles, descriptions, passages of the shown edition, written notes and names', () => {
		const { all, addRecord, addEdition, note, name, database, history } = open();
		const dates = JSON.stringify([{ type: 'sent', edtf: '1999-03', inferred: '' }]);
		const creators = JSON.stringify([{ name: 'Sample Writer', role: 'author', certainty: 'stated' }]);
		const one = addRecord(1, { description: 'A sample description', languages: '["ru"]', dates, creators });
		const two = addRecord(2, { holding: 'described-only', kind: 'report', languages: '["en","ru"]' });
		addEdition(one, ['Old alpha'], 'en');
		const edition = addEdition(one, ['Alpha beta', '', 'Gamma delta'], 'ru');
		const at = { startOrdinal: 2, startOffset: 0, endOrdinal: 2, endOffset: 5 };
		note(11, one, { editionId: edition.id, ...at }, 'A remark');
		note(12, one, { editionId: edition.id, ...at }, '');
		note(13, two, null, 'On the whole');
		new TagsService(database).setOnRecord({ recordId: one, tags: ['sample tag'] });
		const nameId = name(20, ['Alpha Omega', 'Alfa'], 'A sample person');
		const page = all();
		expect(page.documents).toEqual([
			{ key: `t:${one}`, kind: 'title', ownerId: one, text: 'Sample record 1', language: 'ru' },
			{ key: `d:${one}`, kind: 'description', ownerId: one, text: 'A sample description', language: 'und' },
			{ key: `t:${two}`, kind: 'title', ownerId: two, text: 'Sample record 2', language: 'und' },
			...[0, 2].map((ordinal) => ({
				...{ key: `p:${edition.id}:${ordinal}`, kind: 'passage', ownerId: one, language: 'ru' },
				...{ text: ordinal ? 'Gamma delta' : 'Alpha beta', editionId: edition.id, ordinal, number: ordinal ? 2 : 1 },
			})),
			{
				...{ key: `a:${testId(11)}`, kind: 'note', ownerId: one, text: 'A remark', language: 'und' },
				...{
					author: 'A. Reader',
					since: expect.any(String),
					annotationId: testId(11),
					editionId: edition.id,
					ordinal: 2,
					number: 2,
				},
			},
			{
				...{ key: `a:${testId(13)}`, kind: 'note', ownerId: two, text: 'On the whole', language: 'und' },
				...{ author: 'A. Reader', since: expect.any(String), annotationId: testId(13), tags: ['first', 'second'] },
			},
			{
				...{ key: `n:${nameId}`, kind: 'name', ownerId: nameId, language: 'und' },
				text: 'Alpha Omega · Alfa · A sample person',
				forms: ['Alpha Omega', 'Alfa'],
			},
		]);
		const since = '2020-01-01T00:00:00.000Z';
		const made = { creators: ['Sample Writer'], tags: ['sample tag'], since, textSince: edition.createdAt };
		expect(page.owners).toEqual([
			{
				...{ id: one, title: 'Sample record 1', recordKind: 'letter', dateEdtf: '1999-03', holding: 'held', ...made },
				editionId: edition.id,
			},
			{ id: two, title: 'Sample record 2', recordKind: 'report', dateEdtf: '', holding: 'described-only', since },
			{ id: nameId, title: 'Alpha Omega', recordKind: '', dateEdtf: '', holding: '', since: expect.any(String) },
		]);
		expect(page).toMatchObject({ next: null, total: page.documents.length, changeNumber: history.changeNumber() });
	});

	test('of names have a form that several languages share once', () => {
		const { all, name } = open();
		name(20, ['Alfa', 'Alfa', 'Alpha'], 'A sample person');
		expect(all().documents[0]?.text).toBe('Alfa · Alpha · A sample person');
	});

	test('leave out what is in the bin or was removed', () => {
		const { all, addRecord, addEdition, note, annotations, moveToBin, name, database } = open();
		const [one, two] = [addRecord(1), addRecord(2)];
		addEdition(two, ['Alpha']);
		note(11, one, null, 'A remark');
		note(12, two, null, 'Another');
		const nameId = name(20, ['Alpha']);
		annotations.remove({ ids: [testId<AnnotationId>(11)] });
		moveToBin(two);
		database.step('setup', (step) => step.remove('names', nameId));
		expect(all()).toMatchObject({ documents: [{ key: `t:${one}` }], owners: [{ id: one }], total: 1 });
	});

	test.each([1, 2, 3, 5, 8, 100])('come in pages of whole owners, each once (limit %i)', (limit) => {
		const { search, all, addRecord, addEdition, note, name } = open();
		for (let number = 1; number <= 6; number += 1) {
			const id = addRecord(number, { description: number % 2 ? 'A description' : '' });
			if (number !== 4) addEdition(id, ['Alpha', 'Beta', 'Gamma'].slice(0, number % 4));
			if (number % 3 === 0) note(100 + number, id, null, 'A remark');
			name(200 + number, [`Name ${number}`]);
		}
		const pages = readPages(search, limit);
		const keysOf = (page: SearchPage) => page.documents.map((document) => document.key);
		expect(pages.flatMap(keysOf).sort()).toEqual(keysOf(all()).sort());
		expect(pages.flatMap((page) => page.owners)).toEqual(all().owners);
		for (const page of pages) {
			const owners = page.owners.map((owner) => owner.id).sort();
			expect([...new Set(page.documents.map((document) => document.ownerId))].sort()).toEqual(owners);
			expect(page.total).toBe(all().documents.length);
		}
		for (const page of pages.slice(0, -1)) expect(page.documents.length).toBeGreaterThanOrEqual(limit);
	});

	test('of an empty archive are none; a page that was never given is refused', () => {
		const { all, search } = open();
		expect(all()).toEqual({ owners: [], documents: [], next: null, changeNumber: 0, total: 0 });
		expect(() => search.documents({ after: 'elsewhere', limit: 10 })).toThrow(/invalid-input/);
	});
});

test('documents of some owners are the same as in the whole; who is gone is missing', () => {
	const { all, search, addRecord, addEdition, note, name, moveToBin } = open();
	const [one, two, three] = [addRecord(1), addRecord(2), addRecord(3)];
	addEdition(one, ['Alpha', 'Beta']);
	addEdition(two, ['Gamma']);
	note(11, one, null, 'A remark');
	const nameId = name(20, ['Omega']);
	moveToBin(three);
	const wanted = new Set<string>([one, nameId]);
	const page = search.documentsOf({ ownerIds: [one, three, nameId, testId(99)] });
	expect(page.owners.map((owner) => owner.id)).toEqual([one, nameId]);
	expect(page.documents).toEqual(all().documents.filter((document) => wanted.has(document.ownerId)));
	expect(page).toMatchObject({ next: null, total: page.documents.length });
});

test('ten thousand passages come whole, in few pages', () => {
	const { search, addRecord, addEdition } = open();
	for (let number = 1; number <= 200; number += 1) {
		addEdition(
			addRecord(number),
			Array.from({ length: 50 }, (_, at) => `Sample passage ${at} of record ${number}`),
		);
	}
	const pages = readPages(search, 2000);
	expect(pages).toHaveLength(5);
	expect(new Set(pages.flatMap((page) => page.documents.map((document) => document.key))).size).toBe(10_200);
});
