import { expect, test } from 'vitest';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { TagsService } from './tags-service.ts';

function open() {
	const archive = openTestArchive();
	const tags = new TagsService(archive.database);
	const [one, two] = [archive.addRecord(1), archive.addRecord(2)];
	const namesOf = (id: RecordId) => (tags.tagsOf('record', [id]).get(id) ?? []).map((tag) => tag.name);
	return { ...archive, tags, one, two, namesOf };
}

test('spellings that differ in case, form or spacing are one tag, under its first spelling', () => {
	const { tags, one, two, namesOf } = open();
	tags.setOnRecord({ recordId: one, tags: ['Alpha  beta', 'ALPHA BETA', 'gamma'] });
	tags.setOnRecord({ recordId: two, tags: [' alpha\tbeta ', 'ｇａｍｍａ'] });
	expect(tags.list().map(({ name, useCount }) => [name, useCount])).toEqual([
		['Alpha beta', 2],
		['gamma', 2],
	]);
	expect(namesOf(two)).toEqual(['Alpha beta', 'gamma']);
});

test('the most used comes first, and what lies in the bin does not count', () => {
	const { tags, one, two, moveToBin } = open();
	tags.setOnRecord({ recordId: one, tags: ['alpha'] });
	tags.setOnRecord({ recordId: two, tags: ['alpha', 'beta', 'gamma'] });
	expect(tags.list().map((tag) => tag.name)).toEqual(['alpha', 'beta', 'gamma']);
	moveToBin(two);
	expect(tags.list()).toMatchObject([{ name: 'alpha', useCount: 1 }]);
});

test('replacing keeps what stays, and undo and redo move between the sets', () => {
	const { tags, one, namesOf, history } = open();
	tags.setOnRecord({ recordId: one, tags: ['alpha', 'beta'] });
	tags.setOnRecord({ recordId: one, tags: ['beta', 'gamma'] });
	expect(namesOf(one)).toEqual(['beta', 'gamma']);
	expect(history.undo()).toBe('recordTagged');
	expect(namesOf(one)).toEqual(['alpha', 'beta']);
	history.undo();
	expect(tags.list()).toEqual([]);
	history.redo();
	history.redo();
	expect(namesOf(one)).toEqual(['beta', 'gamma']);
});

test('setting the same tags is no step', () => {
	const { tags, one, history } = open();
	tags.setOnRecord({ recordId: one, tags: ['alpha'] });
	const before = history.changeNumber();
	tags.setOnRecord({ recordId: one, tags: ['ALPHA'] });
	expect(history.changeNumber()).toBe(before);
});

test('a tag outlives the undo of its first use while something else carries it', () => {
	const { tags, one, two, namesOf, database, history } = open();
	tags.setOnRecord({ recordId: one, tags: ['alpha'] });
	database.step('setup', (step) => tags.replaceWithin(step, 'record', two, ['alpha']), { kind: 'setup' });
	history.undo();
	expect(namesOf(two)).toEqual(['alpha']);
	expect(tags.list()).toMatchObject([{ name: 'alpha', useCount: 1 }]);
	tags.setOnRecord({ recordId: one, tags: ['alpha'] });
	expect(tags.list()).toMatchObject([{ name: 'alpha', useCount: 2 }]);
});

test('refuses a record that is not there and a tag without a name', () => {
	const { tags, one } = open();
	expect(() => tags.setOnRecord({ recordId: testId<RecordId>(9), tags: ['alpha'] })).toThrow(AppError);
	expect(() => tags.setOnRecord({ recordId: one, tags: [' \u001f'] })).toThrow(/invalid-input/);
	expect(tags.list()).toEqual([]);
});
