import { type ComponentType, useEffect, useState } from 'react';
import { afterPaint } from '#renderer/lib/after-paint.ts';
import { answersAreComplete } from '#renderer/lib/commands.ts';
import { showError } from '#renderer/ui/toast.ts';
import { loadRest } from './load-rest.ts';

/** The dialogs, once the first page is painted and the rest of the window has come. */
export function useDialogs(): ComponentType | null {
	const [Dialogs, setDialogs] = useState<ComponentType | null>(null);
	useEffect(() => {
		const fail = (error: unknown) => {
			showError(error);
			answersAreComplete();
		};
		return afterPaint(() => void loadRest().then((rest) => setDialogs(() => rest.Dialogs), fail));
	}, []);
	useEffect(() => {
		if (Dialogs) answersAreComplete();
	}, [Dialogs]);
	return Dialogs;
}
