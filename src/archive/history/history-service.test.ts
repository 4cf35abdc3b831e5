import { expect, test } from 'vitest';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { StepId, TagId } from '#shared/domain/ids.ts';

test('what a long job does after it was undone is a step of its own, which undo takes back too', () => {
	const { database, history } = openTestArchive();
	const id = testId<StepId>(1);
	const add = (name: string, number: number) =>
		database.step('filesAdded', (step) => step.insert('tags', testId<TagId>(number), { name }), { id });
	const live = () => database.reader.all('SELECT name FROM tags WHERE deleted_clock IS NULL ORDER BY name');
	add('alpha', 1);
	add('beta', 2);
	expect(history.undo()).toBe('filesAdded');
	add('gamma', 3);
	expect(live()).toEqual([{ name: 'gamma' }]);
	expect(history.state()).toEqual({ undo: 'filesAdded', redo: null });
	history.undo();
	expect(live()).toEqual([]);
	expect(history.undo()).toBeNull();
	history.redo();
	expect(live()).toEqual([{ name: 'gamma' }]);
});
