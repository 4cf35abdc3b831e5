import { archive } from '#renderer/lib/archive.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { type LinkId, newId } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkType } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';

/** Makes a link, as one step that the toast offers to undo. */
export async function addLink(link: { type: LinkType; from: LinkEnd; to: LinkEnd }): Promise<void> {
	try {
		await archive.calls.links.add({ id: newId<LinkId>(), ...link });
		showToast(message('links.added'), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Takes a link away from both its ends, as one step that the toast offers to undo. */
export async function removeLink(id: LinkId): Promise<void> {
	try {
		await archive.calls.links.remove({ ids: [id] });
		showToast(message('links.removed'), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Turns a suggestion into a link of the person's. */
export async function acceptLink(id: LinkId): Promise<void> {
	try {
		await archive.calls.links.accept({ id });
		showToast(message('links.accepted'), undoAction());
	} catch (error) {
		showError(error);
	}
}
