import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { createDrafts, type DraftDependencies } from './drafts.ts';

const id = 'annotation-a' as AnnotationId;
const stored = { id, revision: 1, body: 'alpha' };

type Update = Parameters<DraftDependencies['update']>[0];
let updates: Update[];
let answers: { resolve(annotation: Annotation): void; reject(error: unknown): void }[];
let pauses: Set<() => void>;
let drafts: ReturnType<typeof createDrafts>;

beforeEach(() => {
	updates = [];
	answers = [];
	pauses = new Set();
	drafts = createDrafts({
		update(argument) {
			updates.push(argument);
			return new Promise((resolve, reject) => answers.push({ resolve, reject }));
		},
		afterPause(callback) {
			pauses.add(callback);
			return () => pauses.delete(callback);
		},
	});
});

const draft = () => drafts.useDrafts.getState().drafts[id];
const endPause = () => {
	for (const callback of [...pauses]) callback();
};

describe('drafts', () => {
	it('writes once after a pause, and is gone when the archive has it', async () => {
		drafts.edit(stored, 'alpha b');
		drafts.edit(stored, 'alpha beta');
		expect(pauses.size).toBe(1);
		endPause();
		expect(updates).toEqual([{ id, revision: 1, fields: { body: 'alpha beta' } }]);
		answers[0]?.resolve({ ...stored, revision: 2 } as Annotation);
		await drafts.save(id);
		expect(draft()).toBeUndefined();
	});

	it('makes no draft of an unchanged text', () => {
		drafts.edit(stored, 'alpha');
		expect(draft()).toBeUndefined();
	});

	it('writes what was typed during a write on top of the new revision', async () => {
		drafts.edit(stored, 'alpha beta');
		const saving = drafts.save(id);
		drafts.edit(stored, 'alpha beta gamma');
		answers[0]?.resolve({ ...stored, revision: 2 } as Annotation);
		await Promise.resolve();
		await Promise.resolve();
		expect(updates[1]).toEqual({ id, revision: 2, fields: { body: 'alpha beta gamma' } });
		answers[1]?.resolve({ ...stored, revision: 3 } as Annotation);
		await saving;
		expect(draft()).toBeUndefined();
	});

	it('has stored everything when all is saved, also what is just being written', async () => {
		drafts.edit(stored, 'alpha beta');
		void drafts.save(id);
		const saved = drafts.saveAll();
		answers[0]?.resolve({ ...stored, revision: 2 } as Annotation);
		await saved;
		expect(draft()).toBeUndefined();
		expect(updates).toHaveLength(1);
	});

	it('keeps the text on a conflict until the person chooses', async () => {
		drafts.edit(stored, 'mine');
		const saving = drafts.save(id);
		answers[0]?.reject(new AppError('conflict'));
		await saving;
		drafts.edit({ ...stored, revision: 5 }, 'mine, longer');
		expect(draft()).toMatchObject({ body: 'mine, longer', state: 'conflict', revision: 1 });
		expect(pauses.size).toBe(0);
		const keeping = drafts.keepMine(id, 5);
		expect(updates[1]).toEqual({ id, revision: 5, fields: { body: 'mine, longer' } });
		answers[1]?.resolve({ ...stored, revision: 6 } as Annotation);
		await keeping;
		expect(draft()).toBeUndefined();
	});

	it.each(['read-only', 'disk-full', 'connection-lost'] as const)('keeps the text and says so on %s', async (code) => {
		drafts.edit(stored, 'mine');
		const saving = drafts.save(id);
		answers[0]?.reject(new AppError(code));
		await saving;
		expect(draft()).toMatchObject({ body: 'mine', state: 'failed', error: { code } });
		drafts.edit(stored, 'mine again');
		expect(draft()).toMatchObject({ body: 'mine again', state: 'typed', error: { code } });
		drafts.discard(id);
		expect(draft()).toBeUndefined();
	});

	it('is one that was refused until it is stored, whatever is typed and tried meanwhile', async () => {
		drafts.edit(stored, 'mine');
		const saving = drafts.save(id);
		answers[0]?.reject(new AppError('disk-full'));
		await saving;
		drafts.edit(stored, 'mine again');
		endPause();
		expect(draft()).toMatchObject({ state: 'saving', error: { code: 'disk-full' } });
		drafts.edit(stored, 'mine again, longer');
		answers[1]?.resolve({ ...stored, revision: 2 } as Annotation);
		await Promise.resolve();
		await Promise.resolve();
		expect(draft()).toMatchObject({ state: 'saving', error: null });
		answers[2]?.resolve({ ...stored, revision: 3 } as Annotation);
		await drafts.save(id);
		expect(draft()).toBeUndefined();
	});
});
