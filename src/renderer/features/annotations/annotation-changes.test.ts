import { expect, test } from 'vitest';
import type { Annotation, AnnotationFields } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { createChanges } from './annotation-changes.ts';

const id = 'note' as AnnotationId;

/** An archive with one note, which answers when it is told to. */
function archiveWithNote() {
	let stored = { id, revision: 1, body: '', tags: [] as string[] } as unknown as Annotation;
	const waiting: (() => void)[] = [];
	const write = (fields: Partial<AnnotationFields>) => {
		stored = { ...stored, ...fields, revision: stored.revision + 1 };
		return stored;
	};
	return {
		note: () => stored,
		write,
		async answerAll() {
			for (let left = 5; left > 0; left -= 1) {
				for (const answer of waiting.splice(0)) answer();
				await Promise.resolve().then(() => new Promise((resolve) => setImmediate(resolve)));
			}
		},
		change: createChanges(async ({ revision, fields }) => {
			await new Promise<void>((resolve) => waiting.push(resolve));
			if (revision !== stored.revision) throw new AppError('conflict');
			return write(fields);
		}),
	};
}

test('changes one after the other are made upon each other, whatever the card knew', async () => {
	const archive = archiveWithNote();
	const seen = archive.note();
	const tagged = (tag: string) => archive.change(seen, (latest) => ({ tags: [...(latest as Annotation).tags, tag] }));
	const all = [archive.change({ id, revision: 1 }, () => ({ body: 'written' })), tagged('one'), tagged('two')];
	await archive.answerAll();
	await Promise.all(all);
	expect(archive.note()).toMatchObject({ body: 'written', tags: ['one', 'two'] });
	const late = tagged('three');
	await archive.answerAll();
	await late;
	expect(archive.note().tags).toEqual(['one', 'two', 'three']);
});

test('what somebody else changed in between is a conflict, and so it is for what was typed before', async () => {
	const archive = archiveWithNote();
	const seen = archive.note();
	archive.write({ body: 'by somebody else' });
	const tagged = archive.change(archive.note(), () => ({ tags: ['one'] }));
	const typed = archive.change(seen, () => ({ body: 'typed' }));
	const failed = expect(typed).rejects.toMatchObject({ code: 'conflict' });
	await archive.answerAll();
	await tagged;
	await failed;
	expect(archive.note()).toMatchObject({ body: 'by somebody else', tags: ['one'] });
});

test('a change that failed leaves the way to the next one open', async () => {
	const archive = archiveWithNote();
	const failed = expect(archive.change({ id, revision: 7 }, () => ({ body: 'too late' }))).rejects.toThrow('conflict');
	const tagged = archive.change(archive.note(), () => ({ tags: ['one'] }));
	await archive.answerAll();
	await failed;
	await tagged;
	expect(archive.note()).toMatchObject({ body: '', tags: ['one'] });
});
