import { archive } from '#renderer/lib/archive.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { type LinkId, newId } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkSide, LinkType } from '#shared/domain/link.ts';
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

/** Puts an end of a link on the words it is about in the edition that its record shows, as a step that the toast offers to undo. */
export async function placeLink(id: LinkId, side: LinkSide, range: TextRange): Promise<void> {
	try {
		await archive.calls.links.place({ id, side, range });
		showToast(message('links.review.placed'), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Leaves an end of a link on the edition it was made on, as a step that the toast offers to undo. */
export async function leaveLink(id: LinkId, side: LinkSide): Promise<void> {
	try {
		await archive.calls.links.leave({ id, side });
		showToast(message('links.review.left-there'), undoAction());
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
