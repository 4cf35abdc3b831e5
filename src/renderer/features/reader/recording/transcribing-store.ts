import { create } from 'zustand';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';

/** A transcript that is being written and is not in the archive yet. */
export interface TranscriptDraft {
	text: string;
	/** The same as it was when last saved, or begun. */
	savedText: string;
	/** The edition that it goes on from; null where it is the first. */
	baseEditionId: EditionId | null;
	language: string;
}

interface Transcribing {
	/** The record whose transcript is open to be written; null while none is. */
	recordId: RecordId | null;
	/** Of all records: leaving one keeps what was typed. */
	drafts: Readonly<Partial<Record<RecordId, TranscriptDraft>>>;
}

export const useTranscribing = create<Transcribing>(() => ({ recordId: null, drafts: {} }));

/** Opens what was being written, or begins with `fresh`. */
export function openTranscript(recordId: RecordId, fresh: TranscriptDraft): void {
	useTranscribing.setState(({ drafts }) => ({ recordId, drafts: { [recordId]: fresh, ...drafts } }));
}

export function editTranscript(recordId: RecordId, change: Partial<TranscriptDraft>): void {
	useTranscribing.setState(({ drafts }) => {
		const draft = drafts[recordId];
		return draft ? { drafts: { ...drafts, [recordId]: { ...draft, ...change } } } : {};
	});
}

/** Closes it; with what was typed, if that is in the archive or not wanted. */
export function closeTranscript({ forget }: { forget: RecordId | null }): void {
	useTranscribing.setState(({ drafts }) => {
		if (forget === null) return { recordId: null };
		const { [forget]: _, ...others } = drafts;
		return { recordId: null, drafts: others };
	});
}

export function isUnsaved({ text, savedText }: TranscriptDraft): boolean {
	return text !== savedText;
}

// What is not in the archive yet would be lost with the window, so closing it is asked about.
window.addEventListener('beforeunload', (event) => {
	if (Object.values(useTranscribing.getState().drafts).some((draft) => draft && isUnsaved(draft)))
		event.preventDefault();
});
