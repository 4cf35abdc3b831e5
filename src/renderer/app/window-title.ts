import { useEffect } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { message } from '#shared/messages/messages.ts';

/** The archive's name first: it is what tells two windows apart. */
export function useWindowTitle(): void {
	const archiveTitle = useArchiveStatus()?.title;
	useEffect(() => {
		const title = archiveTitle ? message('app.window-title', { archive: archiveTitle }) : message('app.name');
		document.title = title;
		desktop?.setTitle(title);
	}, [archiveTitle]);
}
