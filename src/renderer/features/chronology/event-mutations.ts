import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { ChronologyChoice, ChronologyFormat } from '#shared/domain/chronology.ts';
import type { ArchiveEvent, EventFields } from '#shared/domain/event.ts';
import { type EventId, newId } from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * Rejects when it cannot be added.
 * @param sameAs the other account of the same event; null where there is none
 * @param attestedBy records and passages that it is known from, linked in the same step
 */
export async function addEvent(
	fields: EventFields,
	sameAs: EventId | null,
	attestedBy: LinkEnd[] = [],
): Promise<ArchiveEvent> {
	const event = await archive.calls.events.add({ id: newId<EventId>(), fields, attestedBy, sameAs });
	queryClient.setQueryData<ArchiveEvent[]>(keys.events.list(), (known) => known && [...known, event]);
	showToast(message('chronology.added'), undoAction());
	return event;
}

/** Saves over the revision that is shown; rejects when it was changed meanwhile. */
export async function updateEvent({ id, revision }: ArchiveEvent, fields: EventFields): Promise<void> {
	const event = await archive.calls.events.update({ id, revision, fields });
	queryClient.setQueryData<ArchiveEvent[]>(keys.events.list(), (known) =>
		known?.map((old) => (old.id === id ? event : old)),
	);
	showToast(message('chronology.changed'), undoAction());
}

export async function removeEvents(ids: EventId[]): Promise<void> {
	try {
		await archive.calls.events.remove({ ids });
		queryClient.setQueryData<ArchiveEvent[]>(keys.events.list(), (known) =>
			known?.filter(({ id }) => !ids.includes(id)),
		);
		showToast(message('chronology.removed', { count: ids.length }), undoAction());
	} catch (error) {
		showError(error);
	}
}

const mediaTypes: Readonly<Record<ChronologyFormat, string>> = {
	csv: 'text/csv',
	json: 'application/json',
	svg: 'image/svg+xml',
};

/** Says how many events are in the file. */
export async function exportChronology(format: ChronologyFormat, choice: ChronologyChoice): Promise<void> {
	const { events } = archive.calls;
	const summary = await exportFile(`${message('chronology.file-name')}.${format}`, mediaTypes[format], {
		toPath: (path) => events.exportTo({ format, choice, path }),
		content: () => events.exportText({ format, choice }),
	});
	if (!summary) return;
	const { exported, withheld } = summary;
	showToast(message('chronology.exported', { exported, withheld }));
}
