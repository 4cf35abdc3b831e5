import { pickFile } from '#renderer/features/adding/index.ts';
import { download } from '#renderer/lib/download.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { ReadingCopyBridge } from '#shared/api/copy-bridge.ts';
import { message } from '#shared/messages/messages.ts';

/** Hands all that was written in the copy to the browser to keep as a file. */
export async function saveNotes(): Promise<void> {
	if (!readingCopy) return;
	const { name, bytes } = await readingCopy.notesFile();
	download(new Blob([bytes], { type: 'application/ld+json' }), name);
	readingCopy.notesSaved();
	showToast(message('reading-copy.notes.saved', { file: name }));
}

/** Hands all that was written in the copy to the browser, as a file that only home opens; gives its name. */
export async function saveSealed(copy: ReadingCopyBridge): Promise<string> {
	const { name, bytes } = await copy.sealNotes();
	download(new Blob([bytes], { type: 'application/octet-stream' }), name);
	return name;
}

/**
 * Asks for the file that was saved and compares it: only then is it said to be there. Gives its name, and null where none
 * was chosen.
 */
export async function compareSealed(copy: ReadingCopyBridge): Promise<{ file: string; isSealed: boolean } | null> {
	const picked = await pickFile('.age');
	if (!picked) return null;
	const isSealed = copy.isSealed(new Uint8Array(await picked.file.arrayBuffer()));
	if (isSealed) copy.notesSaved();
	return { file: picked.name, isSealed };
}

/** Asks for a file of notes and goes on from it. */
export async function openNotes(): Promise<void> {
	const picked = await pickFile('.jsonld,.json,.age');
	if (!picked || !readingCopy) return;
	const opened = await readingCopy.openNotes(new Uint8Array(await picked.file.arrayBuffer()));
	showToast(
		'problem' in opened
			? message(`reading-copy.notes.${opened.problem}`, { file: picked.name })
			: message('reading-copy.notes.opened', { file: picked.name, count: opened.steps }),
	);
}

/** Has the browser keep notes from now on, and says so where it does not. */
export async function keepNotes(): Promise<void> {
	await readingCopy?.keepNotes().then(
		() => showToast(message('reading-copy.notes.kept')),
		() => showToast(message('reading-copy.notes.cannot-keep')),
	);
}

export async function forgetNotes(): Promise<void> {
	await readingCopy?.forgetNotes();
	showToast(message('reading-copy.notes.forgotten'));
}
