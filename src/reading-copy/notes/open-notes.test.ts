import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '#shared/domain/annotation.ts';
import { clockZero } from '#shared/domain/clock.ts';
import { type AnnotationId, type ArchiveId, newId, type RecordId, type ReplicaId } from '#shared/domain/ids.ts';
import type { CopyCore, CopyId } from '#shared/reading-copy/copy-parts.ts';
import { type OpenNotes, openNotes } from './open-notes.ts';

/** A browser's `localStorage`, which Node has not: what is kept are properties of it, found by `Object.keys`. */
class SampleStorage {
	[key: string]: unknown;
}
Object.defineProperties(SampleStorage.prototype, {
	getItem: { value: (key: string) => (kept[key] as string | undefined) ?? null },
	setItem: { value: (key: string, value: string) => void Object.assign(kept, { [key]: value }) },
	removeItem: { value: (key: string) => void delete kept[key] },
});
let kept: SampleStorage;
beforeEach(() => {
	kept = new SampleStorage();
	vi.stubGlobal('localStorage', kept);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const recordId = newId<RecordId>();
const core: CopyCore = {
	...{ format: 1, copyId: newId<CopyId>(), madeAt: '2026-01-01T00:00:00.000Z', software: 'Lectern 0.0.0' },
	archive: { id: newId<ArchiveId>(), title: 'Sample archive' },
	home: null,
	status: { heldCount: 0, intactCount: 0, verifiedAt: null, noTextCount: 0, passageCount: 0 },
	known: [{ replicaId: newId<ReplicaId>(), clock: clockZero }],
	...{ records: [], collections: [], tags: [], placeLabels: '', recordParts: {}, textParts: {}, pictureParts: {} },
};

/** A window in which the copy is opened. */
function openWindow(): Promise<OpenNotes> {
	const inCopy = { annotations: [] as Annotation[], claims: [], links: {} };
	const profile = new Map<string, unknown>();
	return openNotes({ core, inCopy, profile, mayKeep: true, author: () => 'Sample Reader', onChange: () => undefined });
}

async function addNote(window: OpenNotes, body: string): Promise<void> {
	const fields = { purpose: 'note' as const, body, tags: [], isResolved: false };
	const note = { id: newId<AnnotationId>(), recordId, target: null, number: null, fields };
	await window.write((book) => book.add(note));
}

const byText = (knowledge: readonly object[]) => knowledge.map((known) => JSON.stringify(known)).sort();

test('two windows that keep notes in one browser keep what both knew', async () => {
	const first = await openWindow();
	await first.keep();
	await addNote(first, 'of the first window');
	const second = await openWindow();
	await addNote(second, 'of the second window');
	await addNote(first, 'of the first window again');

	const { knowledge, steps } = (await openWindow()).history();
	expect(steps).toHaveLength(3);
	// The second had the notes of the first before it, and says so.
	expect(second.history().knowledge).toHaveLength(3);
	expect(byText(knowledge)).toEqual(byText(second.history().knowledge));
});

test('what was written is gone from window and browser once it is emptied, and notes begin anew', async () => {
	const window = await openWindow();
	await window.keep();
	await addNote(window, 'sealed and gone');
	await window.empty();
	expect(window.book.list()).toEqual([]);
	expect(window.history().steps).toEqual([]);
	expect(window.state.get()).toMatchObject({ isKept: false, unsaved: 0 });
	expect(JSON.stringify(kept)).not.toContain('sealed and gone');
	await addNote(window, 'of another day');
	expect(window.history().steps).toHaveLength(1);
});

test('a window that was opened before another one undid a step does not do it again', async () => {
	const first = await openWindow();
	await first.keep();
	await addNote(first, 'undone in the first window');
	const second = await openWindow();
	await first.write((book) => book.undo());
	await addNote(second, 'of the second window');

	const third = await openWindow();
	expect(third.book.list().map(({ body }) => body)).toEqual(['of the second window']);
	expect(third.book.log.steps.map(({ status }) => status).sort()).toEqual(['done', 'done', 'undone']);
});
