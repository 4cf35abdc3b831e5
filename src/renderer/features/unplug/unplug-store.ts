import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import type { Unplugged, Unplugging } from '#shared/domain/medium.ts';

/** How far the archive is on its way to being unplugged; `unplugged` is null where that could not be seen to. */
export type UnplugState =
	| { stage: 'none' }
	| { stage: 'closing'; reading: Unplugging }
	| { stage: 'closed'; path: string; unplugged: Unplugged | null };

export const useUnplug = create<UnplugState>(() => ({ stage: 'none' }));

const set = (state: UnplugState) => useUnplug.setState(state, true);

/** Told to every window of the archive: it is closed for all of them. */
export function followUnplugging(): () => void {
	const stops = [
		archive.on('archive.unplugging', (reading) => set({ stage: 'closing', reading })),
		archive.on('archive.unplugged', ({ path, unplugged }) => set({ stage: 'closed', path, unplugged })),
		archive.on('archive.opened', () => set({ stage: 'none' })),
	];
	return () => {
		for (const stop of stops) stop();
	};
}
