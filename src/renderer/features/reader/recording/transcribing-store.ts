import { create } from 'zustand';
import type { EditionId, RecordId, Sha256 } from '#shared/domain/ids.ts';

/** A transcript that is being written and is not in the archive yet. */
export interface TranscriptDraft {
	text: string;
	/** The same as it was when last saved, or begun. */
	savedText: string;
	/** The edition that it goes on from; null where it is the first. */
	baseEditionId: EditionId | null;
	language: string;
}

/** One recording of one record: several records may hold the same bytes. */
export type DraftKey = `${RecordId} ${Sha256}`;

interface Transcribing {
	/** The transcript that is open to be written; null while none is. */
	open: DraftKey | null;
	/** Of all recordings: leaving one keeps what was typed. */
	drafts: Readonly<Partial<Record<DraftKey, TranscriptDraft>>>;
}

export const useTranscribing = create<Transcribing>(() => ({ open: null, drafts: {} }));

export function draftKey(recordId: RecordId, sha256: Sha256): DraftKey {
	return `${recordId} ${sha256}`;
}

/** Opens what was being written, or begins with `fresh`. */
export function openTranscript(key: DraftKey, fresh: TranscriptDraft): void {
	useTranscribing.setState(({ drafts }) => ({ open: key, drafts: { [key]: fresh, ...drafts } }));
}

export function editTranscript(key: DraftKey, change: Partial<TranscriptDraft>): void {
	useTranscribing.setState(({ drafts }) => {
		const draft = drafts[key];
		return draft ? { drafts: { ...drafts, [key]: { ...draft, ...change } } } : {};
	});
}

/** Closes it; with what was typed, if that is in the archive or not wanted. */
export function closeTranscript({ forget }: { forget: DraftKey | null }): void {
	useTranscribing.setState(({ drafts }) => {
		if (forget === null) return { open: null };
		const { [forget]: _, ...others } = drafts;
		return { open: null, drafts: others };
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
