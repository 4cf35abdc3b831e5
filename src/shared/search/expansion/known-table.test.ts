import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../api/search-api.ts';
import { createSearchIndex } from '../search-index.ts';

const town = { id: 'known-town', forms: ['Alphatown', 'Омегаград', 'Գամաքար', 'New Betaville'] };
const passages = ['Die Alphatown 1', 'в Омегаграде 2', 'Գամաքար 3', 'old New Betaville 4'];

function ownerOf(id: string) {
	return { id, title: '', recordKind: '', dateEdtf: '', holding: '' };
}

function open() {
	const index = createSearchIndex();
	const document = (id: string, text: string, forms?: string[]): SearchDocument => ({
		...{ key: id, ownerId: id, kind: forms ? 'name' : 'passage', text, language: 'und' },
		...(forms ? { forms } : {}),
	});
	const put = (id: string, text: string, forms?: string[]) => index.put([ownerOf(id)], [document(id, text, forms)]);
	passages.forEach((text, at) => {
		put(`p${at}`, text);
	});
	const found = (text: string) =>
		index
			.search({ text: `${text} ` }, { offset: 0, limit: 9 })
			.hits.filter(({ kind }) => kind === 'passage')
			.map(({ ownerId, how }) => `${ownerId} ${how}`);
	const addName = (id: string, ...forms: string[]) => put(id, forms.join(' · '), forms);
	return { index, found, addName };
}

describe('known names', () => {
	test('are found by each other, in other scripts, as phrases, and say that it is an alias', () => {
		const { index, found } = open();
		expect(found('Alphatown')).toEqual(['p0 exact']);
		index.learn([town]);
		expect(found('Alphatown')).toEqual(expect.arrayContaining(['p0 exact', 'p1 alias', 'p2 alias', 'p3 alias']));
		expect(found('New Betaville')).toEqual(expect.arrayContaining(['p3 exact', 'p0 alias', 'p1 alias']));
	});

	test('are marked where all their words stand together', () => {
		const { index } = open();
		index.learn([town]);
		const text = 'a new sample of Betaville, and New Betaville';
		index.put([ownerOf('q')], [{ key: 'q', ownerId: 'q', kind: 'passage', text, language: 'en' }]);
		const { hits } = index.search({ text: 'Alphatown ' }, { offset: 0, limit: 9 });
		const marks = hits.find(({ key }) => key === 'q')?.marks;
		expect(marks?.map(([start, end, how]) => `${start} ${text.slice(start, end)} ${how}`)).toEqual([
			'31 New alias',
			'35 Betaville alias',
		]);
	});

	test('bring nothing that only sounds like one of them, and are not asked for by a part of one', () => {
		const { index, found, addName } = open();
		index.put([ownerOf('q')], [{ key: 'q', ownerId: 'q', kind: 'passage', text: 'Zeltmar not even', language: 'en' }]);
		addName('n', 'Kvarnia', 'НАТО');
		addName('m', 'Zeltmar', 'Իվանյան');
		index.put([ownerOf('r')], [{ key: 'r', ownerId: 'r', kind: 'passage', text: 'xarab', language: 'az' }]);
		addName('o', 'Old Dolmabakh', 'Карабах');
		expect(found('Old Dolmabakh')).toEqual([]);
		expect(found('Kvarnia')).toEqual([]);
		expect(found('Իվանյանի')).toEqual(['q alias']);
		const { hits } = index.search({ text: 'Ivan ' }, { offset: 0, limit: 9 });
		expect(hits.map(({ how }) => how)).not.toContain('alias');
	});

	test('stay when another archive is opened', () => {
		const { index, found } = open();
		index.learn([town]);
		index.clear();
		expect(found('Alphatown')).toEqual([]);
		index.put(
			[{ id: 'p', title: '', recordKind: '', dateEdtf: '', holding: '' }],
			[{ key: 'p', ownerId: 'p', kind: 'passage', text: 'Գամաքար', language: 'hy' }],
		);
		expect(found('Alphatown')).toEqual(['p alias']);
	});

	test('give way to the name that the archive has made of one', () => {
		const { index, found, addName } = open();
		index.learn([town]);
		addName(town.id, 'Alphatown', 'Գամաքար');
		expect(found('Alphatown')).toEqual(['p0 exact', 'p2 alias']);
		index.removeOwner(town.id);
		expect(found('Alphatown')).toHaveLength(4);
	});

	test('do not join again what the archive parts', () => {
		const { index, found, addName } = open();
		index.learn([town]);
		addName('n1', 'Alphatown', 'Գամաքար');
		expect(found('Alphatown')).toHaveLength(4);
		addName('n2', 'Омегаград', 'New Betaville');
		expect(found('Alphatown')).toEqual(['p0 exact', 'p2 alias']);
	});

	test('add to an archive’s name that has some of their forms', () => {
		const { index, found, addName } = open();
		addName('n1', 'New Betaville', 'Deltaport');
		index.learn([town]);
		expect(found('New Betaville')).toEqual(expect.arrayContaining(['p3 exact', 'p0 alias', 'p2 alias']));
	});
});
