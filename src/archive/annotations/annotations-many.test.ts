import { describe, expect, test } from 'vitest';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { AnnotationFields } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { AnnotationsService } from './annotations-service.ts';

const id = testId<AnnotationId>;

function open() {
	const archive = openTestArchive();
	const tags = new TagsService(archive.database);
	const annotations = new AnnotationsService(archive.database, archive.editions, tags, () => 'A. Reader');
	const recordId = archive.addRecord(1);
	const add = (number: number, fields: Partial<AnnotationFields> = {}) =>
		annotations.add({
			...{ id: id(number), recordId, range: null },
			fields: { purpose: 'note', body: '', tags: [], isResolved: false, ...fields },
		});
	const seen = () =>
		annotations.list({ recordId }).map(({ purpose, tags: own }) => `${purpose} ${own.join(' ')}`.trim());
	return { ...archive, annotations, recordId, add, seen };
}

describe('change', () => {
	test('gives all of them a purpose and tags, and takes tags away, as one thing to undo', () => {
		const { annotations, add, seen, history } = open();
		add(10, { tags: ['alpha', 'beta'] });
		add(11, { purpose: 'claim' });
		add(12);
		const change = { purpose: 'claim' as const, addTags: ['Gamma'], removeTags: ['ALPHA'] };
		expect(annotations.change({ ids: [id(10), id(11), id(99)], change })).toBe(2);
		expect(seen()).toEqual(['claim Gamma beta', 'claim Gamma', 'note']);
		expect(history.undo()).toBe('annotationsChanged');
		expect(seen()).toEqual(['note alpha beta', 'claim', 'note']);
		history.redo();
		expect(seen()).toEqual(['claim Gamma beta', 'claim Gamma', 'note']);
	});

	test('that changes nothing is no step', () => {
		const { annotations, add, history } = open();
		add(10, { tags: ['alpha'] });
		const before = history.changeNumber();
		expect(annotations.change({ ids: [id(10)], change: { purpose: 'note', addTags: ['Alpha'] } })).toBe(0);
		expect(history.changeNumber()).toBe(before);
	});
});

describe('history', () => {
	test('says who wrote what and when, the last first, undo and removal too', () => {
		const { annotations, add, history } = open();
		add(10, { body: 'first', tags: ['alpha'] });
		annotations.update({ id: id(10), revision: 1, fields: { body: 'second', tags: ['beta'] } });
		history.undo();
		annotations.remove({ ids: [id(10)] });
		const versions = annotations.history({ id: id(10) });
		expect(versions).toMatchObject([
			{ label: 'annotationRemoved', kind: 'do', author: 'A. Reader', isRemoved: true },
			{ label: 'annotationChanged', kind: 'undo', body: 'first', tagsAdded: ['alpha'], tagsRemoved: ['beta'] },
			{ label: 'annotationChanged', kind: 'do', body: 'second', tagsAdded: ['beta'], tagsRemoved: ['alpha'] },
			{ label: 'annotationAdded', purpose: 'note', body: 'first', isResolved: false, tagsAdded: ['alpha'] },
		]);
		expect(versions.map(({ at }) => at)).toEqual(
			versions
				.map(({ at }) => at)
				.toSorted()
				.reverse(),
		);
		expect(() => annotations.history({ id: id(99) })).toThrow(/not-found/);
	});

	test('of a step from before authors were kept is signed by whoever made the annotation', () => {
		const { annotations, add, connection } = open();
		add(10);
		connection.run("UPDATE steps SET author = ''");
		expect(annotations.history({ id: id(10) }).map(({ author }) => author)).toEqual(['A. Reader']);
	});
});
