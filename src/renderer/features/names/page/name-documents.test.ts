import { expect, test } from 'vitest';
import type { NameId, RecordId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import type { MentionGroup, MentionRow } from '#shared/search/mentions/mention-rows.ts';
import { documentsOf } from './name-documents.ts';

const form = { text: 'Zorba Quill', language: 'en', script: 'Latn', kind: 'main', source: '' } as const;
const name = { id: 'n' as NameId, forms: [form] } as unknown as Name;
const record = (id: string, creator = '') =>
	({
		...{ id: id as RecordId, title: `Record ${id}`, dates: [] },
		creators: creator === '' ? [] : [{ name: creator, role: 'author', certainty: 'stated' }],
	}) as unknown as RecordSummary;
const group = (id: string, ...verdicts: MentionRow['verdict'][]) =>
	({
		...{ recordId: id, title: `Record ${id}`, dateEdtf: '1990' },
		rows: verdicts.map((verdict) => ({ verdict })),
	}) as unknown as MentionGroup;

test('documents are those that name it, that it made and that are linked to it, each once', () => {
	const linked = [{ kind: 'record', id: 'b', title: 'Record b', detail: '' } as const];
	const records = [record('a'), record('b'), record('c', 'ZORBA QUILL'), record('d'), record('e')];
	const documents = documentsOf(name, [group('a', null), group('c', null, 'confirmed'), group('d', 'rejected')], {
		...{ linked, records },
	});
	expect(documents.map(({ id, passageCount, isCreator, isLinked }) => [id, passageCount, isCreator, isLinked])).toEqual(
		[
			['c', 2, true, false],
			['a', 1, false, false],
			['b', 0, false, true],
		],
	);
});
