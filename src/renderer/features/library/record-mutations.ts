import { useMutation } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Collection } from '#shared/domain/collection.ts';
import { type CollectionId, newId, type RecordId } from '#shared/domain/ids.ts';
import type { RecordFields } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';

/** A record described only, to be filled in at the inspector. */
export async function addRecord(): Promise<RecordId> {
	const id = newId<RecordId>();
	try {
		await archive.calls.records.add({ id, fields: { title: message('record.new-title') } });
	} catch (error) {
		showError(error);
	}
	return id;
}

/** Saves some fields of a record over the revision that is shown. */
export function useRecordUpdate({ id, revision }: Pick<RecordDetail, 'id' | 'revision'>) {
	return useMutation({
		mutationFn: (fields: Partial<RecordFields>) => archive.calls.records.update({ id, revision, fields }),
		onSuccess: (record) => queryClient.setQueryData(keys.records.get({ id }), record),
	});
}

export function moveToBin(ids: RecordId[]): void {
	archive.calls.records.moveToBin({ ids }).then(() => {
		showToast(message('library.moved-to-bin', { count: ids.length }), undoAction());
	}, showError);
}

export function restore(ids: RecordId[]): void {
	archive.calls.records.restore({ ids }).then(() => {
		showToast(message('library.restored', { count: ids.length }), undoAction());
	}, showError);
}

/** Rejects with what stood in the way. */
export async function joinRecords(id: RecordId, ids: RecordId[]): Promise<void> {
	await archive.calls.records.join({ id, ids });
	showToast(message('library.joined', { count: ids.length }), undoAction());
}

export function addToCollection(id: CollectionId, name: string, recordIds: RecordId[]): void {
	archive.calls.collections.addRecords({ id, recordIds }).then(() => {
		showToast(message('library.added-to-collection', { count: recordIds.length, name }), undoAction());
	}, showError);
}

export function removeFromCollection(id: CollectionId, recordIds: RecordId[]): void {
	archive.calls.collections.removeRecords({ id, recordIds }).then(() => {
		showToast(message('library.removed-from-collection', { count: recordIds.length }), undoAction());
	}, showError);
}

/** Out of the inbox, and into this collection. */
export function fileFromInbox(recordIds: RecordId[], { id, name }: Pick<Collection, 'id' | 'name'>): void {
	archive.calls.inbox.file({ recordIds, collectionId: id }).then(() => {
		showToast(message('inbox.filed', { count: recordIds.length, name }), undoAction());
	}, showError);
}

/** Out of the inbox, and into no collection. */
export function takeOutOfInbox(recordIds: RecordId[]): void {
	archive.calls.inbox.file({ recordIds, collectionId: null }).then(() => {
		showToast(message('inbox.taken-out', { count: recordIds.length }), undoAction());
	}, showError);
}

/** Says that so many were described together, and offers to take it back. */
export function showDescribed(count: number): void {
	showToast(message('description.described', { count }), undoAction());
}

/** Reads back what they hold; the report opens from the status bar. */
export function verifyRecords(recordIds: RecordId[]): void {
	archive.calls.originals.verify({ recordIds }).catch(showError);
}
