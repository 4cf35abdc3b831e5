import { readingCopy, useWatched } from '#renderer/lib/reading-copy.ts';
import type { NotesState, ReadingCopyBridge, SealState } from '#shared/api/copy-bridge.ts';
import { message } from '#shared/messages/messages.ts';

/** In the status bar of a copy: whether it is whole, and where the notes are. */
export function CopyState() {
	return readingCopy ? <State copy={readingCopy} /> : null;
}

function State({ copy }: { copy: ReadingCopyBridge }) {
	const seal = useWatched(copy.seal);
	const notes = useWatched(copy.notes);
	return (
		<>
			<span>{sealWords(seal)}</span>
			<span>{notesWords(notes)}</span>
		</>
	);
}

/** Never rounded up: whole is said of what was read and compared, all of it. */
export function sealWords({ checked, total, changed }: SealState): string {
	if (changed.length > 0) return message('reading-copy.seal.changed-short', { count: changed.length });
	if (total === 0) return '';
	if (checked < total) return message('reading-copy.seal.checked', { checked, total });
	return message('reading-copy.seal.whole', { total });
}

function notesWords({ isKept, hasFailed, unsaved }: NotesState): string {
	if (isKept && !hasFailed) return message('reading-copy.notes.state-kept');
	return message(unsaved > 0 ? 'reading-copy.notes.state-unsaved' : 'reading-copy.notes.state-none');
}
