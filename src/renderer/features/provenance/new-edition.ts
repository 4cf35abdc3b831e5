import { useNavigate } from '@tanstack/react-router';
import { create } from 'zustand';
import { chooseTextFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { EditionCalls } from '#shared/api/editions-api.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { NewEditionOutcome } from '#shared/domain/edition.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { askForRecording } from './recording-choice.ts';

interface Coming {
	/** Null while none is being brought in. */
	recordId: RecordId | null;
	jobId: JobId | null;
}

/** The record that a file is being brought in for, and the job that does it; one at a time. */
export const useNewEdition = create<Coming>(() => ({ recordId: null, jobId: null }));

/** Stops bringing it in; nothing of it is kept. */
export function cancelNewEdition(): void {
	const { jobId } = useNewEdition.getState();
	if (jobId) archive.calls.jobs.cancel({ id: jobId }).catch(showError);
}

/** Answers the command that brings in a file as a new edition of this record, and then opens it. */
export function useNewEditionCommand(record: RecordDetail | undefined): void {
	const isReadOnly = useIsReadOnly();
	const isBusy = useNewEdition(({ recordId }) => recordId !== null);
	const navigate = useNavigate();
	const run = async (shown: RecordDetail) => {
		const recordId = shown.id;
		const recordingSha256 = await askForRecording(shown);
		if (recordingSha256 === undefined) return;
		const source = await chooseTextFile();
		const outcome = source && (await bringIn({ recordId, source, recordingSha256 }));
		if (!outcome) return;
		// Without an edition in the address, and said so, since one that is there would stay: it follows the record, when this
		// is undone too.
		await navigate({
			to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
			params: { recordId, editionId: undefined, ordinal: undefined, annotationId: undefined },
		});
		tell(outcome);
	};
	useCommand(
		'editions.add',
		() => record && void run(record).catch(showError),
		record !== undefined && !record.isInBin && !isReadOnly && !isBusy,
	);
}

/** Null where it was cancelled, which the job itself says. */
async function bringIn(request: Omit<ArgumentOf<EditionCalls['addFrom']>, 'id'>): Promise<NewEditionOutcome | null> {
	const id = newId<JobId>();
	useNewEdition.setState({ recordId: request.recordId, jobId: id });
	try {
		return await archive.calls.editions.addFrom({ id, ...request });
	} catch (error) {
		if (error instanceof AppError && error.code === 'cancelled') return null;
		throw error;
	} finally {
		useNewEdition.setState({ recordId: null, jobId: null });
	}
}

function tell({ isSame, notes, links }: NewEditionOutcome): void {
	if (isSame) {
		showToast(message('editions.same'));
		return;
	}
	const { placed, moved, unplaced, left, 'needs-review': review } = notes;
	const counts = { placed, moved, review, unplaced, left, notes: placed + moved + review + unplaced + left };
	showToast([message('editions.added', counts), ...linkWords(links)].join(' '), undoAction());
}

function linkWords(states: NewEditionOutcome['links']): string[] {
	const links = Object.values(states).reduce((sum, count) => sum + count, 0);
	const counts = { links, review: states['needs-review'], unplaced: states.unplaced };
	return links === 0 ? [] : [message('editions.added-links', counts)];
}
