import { create } from 'zustand';
import { addSources } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { saveBeforeOpening } from '#renderer/lib/unsaved.ts';
import { showError } from '#renderer/ui/toast.ts';
import { asksForPassphrase } from '#shared/domain/app-error.ts';

interface Asked {
	/** The archive whose passphrase is asked for in place of the present one's; null for none. */
	path: string | null;
	/** To be added to it. */
	files: readonly string[];
}

export const useAsked = create<Asked>(() => ({ path: null, files: [] }));

export const forgetAsked = () => useAsked.setState({ path: null, files: [] });

/** The archive that was asked for is open. */
export function addAskedFiles(): void {
	const { files } = useAsked.getState();
	forgetAsked();
	if (files.length > 0) addSources(files.map((path) => ({ kind: 'path', path })));
}

/** A second instance was started with an archive that has a passphrase. */
export function followSecondInstance(): void {
	desktop?.onPassphraseWanted((wanted) => useAsked.setState(wanted));
}

/**
 * Opens an archive; where it has a passphrase that is asked for, and the present archive stays open until it is right, and
 * while something that was typed for it cannot be stored. Gives whether it is open.
 */
export async function openArchiveAt(path: string): Promise<boolean> {
	try {
		// What was typed belongs to the archive that is left.
		await saveBeforeOpening();
		await archive.calls.archive.open({ path });
		forgetAsked();
		return true;
	} catch (error) {
		if (asksForPassphrase(error)) useAsked.setState({ path, files: [] });
		else showError(error);
		return false;
	}
}
