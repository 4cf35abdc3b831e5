import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, JobId } from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import { copyWriter, fields, openAt, sampleArchive } from './testing/sample-copy.ts';

const write = copyWriter(temporaryFolders());

test('the history of a note tells its replies, those of the archive and those of the copy', async () => {
	const { copy, open, claimId } = sampleArchive();
	const reply = (body: string) => ({
		...{ id: newId<AnnotationId>(), recordId: open.id, range: null, replyToId: claimId },
		fields: { ...fields, body },
	});
	copy.services.annotations.add(reply('answered before'));
	const { calls } = openAt((await write(copy)).path);
	const added = reply('answered here');
	await calls.annotations.add(added);
	const answer = (await calls.annotations.list({ recordId: open.id })).find(({ id }) => id === added.id);
	await calls.annotations.update({
		id: added.id,
		revision: answer?.revision ?? 0,
		fields: { ...fields, body: 'answered better' },
	});
	await calls.annotations.remove({ ids: [added.id] });
	const versions = await calls.annotations.history({ id: claimId });
	expect(versions.map(({ repliesAdded, repliesRemoved }) => ({ repliesAdded, repliesRemoved }))).toEqual([
		{ repliesRemoved: ['answered better'] },
		{ repliesAdded: ['answered better'] },
		{ repliesAdded: ['answered before'] },
	]);
	copy.close();
});

test('what was written in the archive while the copy was made counts as unseen when its notes come home', async () => {
	const { copy, claimId } = sampleArchive();
	const { annotations, conflicts, jobs, merge } = copy.services;
	const { revision } = annotations.get({ id: claimId });
	const { path } = await write(copy, {
		meanwhile: () => void annotations.update({ id: claimId, revision, fields: { body: 'wording at home' } }),
	});
	const { calls, notesFile } = openAt(path);
	expect(await calls.annotations.some({ ids: [claimId] })).toMatchObject([{ body: 'claimed words' }]);
	await calls.annotations.update({ id: claimId, revision, fields: { body: 'wording of the field' } });
	const file = join(path, 'field.notes.jsonld');
	writeFileSync(file, await notesFile());
	const id = newId<JobId>();
	await merge.preview(id, file, 'field.notes.jsonld');
	await merge.start({ id });
	await jobs.whenEnded(id);
	expect(conflicts.list()).toHaveLength(1);
	copy.close();
});

test('notes that could not be read at first are there, and followed, when their part is', async () => {
	const { copy, open } = sampleArchive();
	const { path } = await write(copy);
	const { calls, followed } = openAt(path);
	const [part, away] = [join(path, 'data/notes.js'), join(path, 'data/elsewhere.js')];
	renameSync(part, away);
	await expect(calls.annotations.list({})).rejects.toThrow();
	renameSync(away, part);
	expect(await calls.annotations.list({})).toHaveLength(1);
	await calls.annotations.add({ id: newId<AnnotationId>(), recordId: open.id, range: null, fields });
	expect(followed.map((state) => state.get().unsaved)).toEqual([1]);
	copy.close();
});

test('nothing but notes is written, and everything else is refused as read-only', async () => {
	const { copy, open } = sampleArchive();
	const { calls } = openAt((await write(copy)).path);
	const code = async (call: () => unknown) => {
		try {
			await call();
			return 'done';
		} catch (error) {
			return (error as AppError).code;
		}
	};
	expect(await code(() => calls.records.moveToBin({ ids: [open.id] }))).toBe('read-only');
	expect(await code(() => calls.collections.remove({ id: newId() }))).toBe('read-only');
	expect(await code(() => calls.originals.verify({}))).toBe('read-only');
	expect(await code(() => calls.records.get({ id: newId() }))).toBe('not-found');
	copy.close();
});
