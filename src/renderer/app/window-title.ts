import { useEffect } from 'react';
import { useIsField } from '#renderer/features/field/index.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';

/** The archive's name first: it is what tells two windows apart. Where nothing is to be left, no name of it at all. */
export function useWindowTitle(): void {
	const archiveTitle = useArchiveStatus()?.title;
	const isField = useIsField();
	useEffect(() => {
		const title = titleOf(isField ? undefined : archiveTitle);
		document.title = title;
		desktop?.setTitle(title);
	}, [archiveTitle, isField]);
}

function titleOf(archive: string | undefined): string {
	// A browser keeps titles in its history.
	if (readingCopy?.isEncrypted) return message('reading-copy.title');
	return archive ? message('app.window-title', { archive }) : message('app.name');
}
