import { announce } from '#renderer/lib/announcements.ts';
import { useConnection } from '#renderer/lib/connection.ts';
import { message } from '#shared/messages/messages.ts';
import type { createDrafts } from './drafts.ts';

/**
 * Keeps the count of notes that the archive refused for the status bar, which is no live region: screen readers hear of
 * each further one once, however often it is tried again.
 */
export function tellRefused({ useDrafts }: Pick<ReturnType<typeof createDrafts>, 'useDrafts'>): void {
	useDrafts.subscribe(({ drafts }) => {
		const count = Object.values(drafts).filter((draft) => draft?.error).length;
		const before = useConnection.getState().unsavedNotes;
		if (count === before) return;
		useConnection.setState({ unsavedNotes: count });
		if (count > before) announce(message('status.unsaved', { count }));
	});
}
