import { useEffect } from 'react';
import { useIsNameless } from '#renderer/features/field/index.ts';
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
	const isNameless = useIsNameless();
	const title = isNameless ? namelessTitle() : titleOf(archiveTitle, place);
	useEffect(() => {
		document.title = title;
		desktop?.setTitle(title);
	}, [title]);
}

function namelessTitle(): string {
	return message(readingCopy ? 'reading-copy.title' : 'app.name');
}

function titleOf(archive: string | undefined, place: string): string {
	if (!archive) return message('app.name');
	return place ? message('app.window-title-at', { archive, place }) : message('app.window-title', { archive });
}
