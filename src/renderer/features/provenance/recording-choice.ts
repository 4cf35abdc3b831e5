import { create } from 'zustand';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { recordingOf } from '#shared/domain/edition.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import type { HeldFile } from '#shared/domain/record.ts';

/** The one of a record's recordings that a text is of; null for a text of none; undefined where nothing was chosen. */
export type RecordingAnswer = Sha256 | null | undefined;

interface Question {
	recordings: readonly HeldFile[];
	/** Chosen at first. */
	likeliest: Sha256;
	answer(chosen: RecordingAnswer): void;
}

export const useRecordingChoice = create<{ question: Question | null }>(() => ({ question: null }));

/**
 * Which of its recordings a text that is brought in for the record is of. Asks only where there are several; the first
 * that has no transcript yet is offered.
 */
export async function askForRecording({ files, editions }: RecordDetail): Promise<RecordingAnswer> {
	const recordings = files.filter(({ mediaType }) => isRecording(mediaType));
	const [first] = recordings;
	if (!first || recordings.length === 1) return first?.sha256 ?? null;
	const transcribed = new Set(editions.map((edition) => recordingOf(edition, recordings)?.sha256));
	const likeliest = (recordings.find(({ sha256 }) => !transcribed.has(sha256)) ?? first).sha256;
	return new Promise((resolve) => {
		const answer = (chosen: RecordingAnswer) => {
			useRecordingChoice.setState({ question: null });
			resolve(chosen);
		};
		useRecordingChoice.setState({ question: { recordings, likeliest, answer } });
	});
}
