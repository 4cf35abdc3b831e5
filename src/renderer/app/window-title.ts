import { useEffect } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';

/** A browser keeps titles in its history. */
function titleOf(archive: string | undefined): string {
	if (readingCopy?.isEncrypted) return message('reading-copy.title');
	return archive ? message('app.window-title', { archive }) : message('app.name');
}

/** The archive's name first: it is what tells two windows apart. */
export function useWindowTitle(): void {
	const archiveTitle = useArchiveStatus()?.title;
	useEffect(() => {
		const title = titleOf(archiveTitle);
		document.title = title;
		desktop?.setTitle(title);
	}, [archiveTitle]);
}
