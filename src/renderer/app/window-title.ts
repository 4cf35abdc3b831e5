import { useEffect } from 'react';
import { useIsField } from '#renderer/features/field/index.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * The archive's name first: it is what tells two windows apart; then the place, which tells the steps of a browser's history
 * apart and is what a screen reader says of the window. Where nothing is to be left, no name of either.
 */
export function useWindowTitle(place = ''): void {
	const archiveTitle = useArchiveStatus()?.title;
	const isField = useIsField();
	const title = isField ? message('app.name') : titleOf(archiveTitle, place);
	useEffect(() => {
		document.title = title;
		desktop?.setTitle(title);
	}, [title]);
}

function titleOf(archive: string | undefined, place: string): string {
	// A browser keeps titles in its history.
	if (readingCopy?.isEncrypted) return message('reading-copy.title');
	if (!archive) return message('app.name');
	return place ? message('app.window-title-at', { archive, place }) : message('app.window-title', { archive });
}
