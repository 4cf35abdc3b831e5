import { archive } from '#renderer/lib/archive.ts';
import { setProfile } from '#renderer/lib/profile.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { newId, type QuoteFolderId, type QuoteId, type RecordId } from '#shared/domain/ids.ts';
import type { QuoteView } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';

/** Key of the folder that quotations go into, which is the one that was open last. */
export function openFolderKey(archiveId: string): string {
	return `quotes-folder:${archiveId}`;
}

/** Puts words at the end of the folder that was open last, and says which that is. */
export async function addQuote(recordId: RecordId, range: TextRange): Promise<void> {
	try {
		const { archiveId } = await queryClient.ensureQueryData(queries.archive.status());
		const key = openFolderKey(archiveId);
		const kept = (await queryClient.ensureQueryData(queries.profile.get({ key }))) as QuoteFolderId | null;
		const quote = { id: newId<QuoteId>(), recordId, range };
		const added = await add({ ...quote, folderId: kept });
		setProfile(key, added.folderId);
		showToast(message('quotes.added', { folder: added.name }), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** The folder that was open last may be gone: then they go into the first. */
async function add(quote: Parameters<typeof archive.calls.quotes.add>[0]) {
	try {
		return await archive.calls.quotes.add(quote);
	} catch (error) {
		const isFolderGone =
			error instanceof AppError && error.code === 'not-found' && error.detail.what === quote.folderId;
		if (!isFolderGone) throw error;
		return archive.calls.quotes.add({ ...quote, folderId: null });
	}
}

export async function removeQuote({ id }: QuoteView): Promise<void> {
	try {
		await archive.calls.quotes.remove({ ids: [id] });
		showToast(message('quotes.removed'), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Puts a quotation of `quotes` at position `to` among the others. */
export async function moveQuote(quotes: readonly QuoteView[], id: QuoteId, to: number): Promise<void> {
	const moved = quotes.find((quote) => quote.id === id);
	if (!moved) return;
	const others = quotes.filter((quote) => quote.id !== id);
	const beforeId = others[Math.max(0, to)]?.id ?? null;
	try {
		await archive.calls.quotes.move({ id, folderId: moved.folderId, beforeId });
	} catch (error) {
		showError(error);
	}
}

export async function removeFolder(id: QuoteFolderId): Promise<void> {
	try {
		await archive.calls.quotes.removeFolder({ id });
		showToast(message('quotes.folder-removed'), undoAction());
	} catch (error) {
		showError(error);
	}
}
