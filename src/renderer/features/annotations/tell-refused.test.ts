import { expect, test } from 'vitest';
import { useAnnouncement } from '#renderer/lib/announcements.ts';
import { useConnection } from '#renderer/lib/connection.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { createDrafts } from './drafts.ts';
import { tellRefused } from './tell-refused.ts';

const note = (id: string) => ({ id: id as AnnotationId, revision: 1, body: '' });

test('a refused note counts until it is stored, and is heard of once', async () => {
	let isFull = true;
	const pauses = new Set<() => void>();
	const drafts = createDrafts({
		update: ({ id, revision }) =>
			isFull
				? Promise.reject(new AppError('disk-full'))
				: Promise.resolve({ ...note(id), revision: revision + 1 } as Annotation),
		afterPause(callback) {
			pauses.add(callback);
			return () => pauses.delete(callback);
		},
	});
	tellRefused(drafts);
	const counts: number[] = [];
	const heard: string[] = [];
	useConnection.subscribe(({ unsavedNotes }) => counts.push(unsavedNotes));
	useAnnouncement.subscribe(({ text }) => heard.push(text));

	const [first, second] = [note('first'), note('second')];
	for (const body of ['a', 'ab', 'abc']) {
		drafts.edit(first, body);
		for (const end of [...pauses]) end();
		await drafts.save(first.id);
	}
	expect(counts).toEqual([1]);
	drafts.edit(second, 'd');
	await drafts.save(second.id);
	isFull = false;
	await drafts.saveAll();
	expect(counts).toEqual([1, 2, 1, 0]);
	expect(heard).toEqual([1, 2].map((count) => message('status.unsaved', { count })));
});
