import { useEffect } from 'react';
import { useIsField } from '#renderer/features/field/index.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { message } from '#shared/messages/messages.ts';

/** The archive's name first: it is what tells two windows apart. In the field profile the program's name alone. */
export function useWindowTitle(): void {
	const archiveTitle = useArchiveStatus()?.title;
	const isField = useIsField();
	useEffect(() => {
		const title =
			archiveTitle && !isField ? message('app.window-title', { archive: archiveTitle }) : message('app.name');
		document.title = title;
		desktop?.setTitle(title);
	}, [archiveTitle, isField]);
}
