import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { saveDrafts } from '#renderer/lib/unsaved.ts';
import { showError } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Unplugged, Unplugging } from '#shared/domain/medium.ts';

/** How far the archive is on its way to being unplugged; `unplugged` is null where that could not be seen to. */
export type UnplugState =
	| { stage: 'none' }
	| { stage: 'closing'; reading: Unplugging }
	| { stage: 'closed'; path: string; unplugged: Unplugged | null };

export const useUnplug = create<UnplugState>(() => ({ stage: 'none' }));

const set = (state: UnplugState) => useUnplug.setState(state, true);

/** The archive is open. */
export const forgetUnplugged = () => set({ stage: 'none' });

// Told to every window of the archive, since it is closed for all of them, whatever stands in the window just then.
archive.on('archive.unplugging', (reading) => set({ stage: 'closing', reading }));
archive.on('archive.unplugged', ({ path, unplugged }) => set({ stage: 'closed', path, unplugged }));
archive.on('archive.opened', forgetUnplugged);
// Another process may answer by now, which opened it, or the end of it was told to nobody.
archive.onReconnect(() => {
	const isClosed = (error: unknown) => error instanceof AppError && error.code === 'archive-closed';
	archive.calls.archive.status().then(forgetUnplugged, (error: unknown) => {
		if (useUnplug.getState().stage !== 'closed' || !isClosed(error)) forgetUnplugged();
	});
});

/** Stores what was typed, and makes the archive ready to unplug; what could not be stored keeps it open. */
export async function unplugArchive(): Promise<void> {
	const unsaved = await saveDrafts();
	if (unsaved) return showError(unsaved);
	await archive.calls.archive.unplug().catch(showError);
}
