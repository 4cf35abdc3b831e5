import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { saveBeforeOpening } from '#renderer/lib/unsaved.ts';

export type ChangeKind = 'set' | 'change' | 'remove';

/** Where a change of the passphrase stands; it goes on while pages come and go behind its dialog. */
export type Change =
	| { stage: 'none' }
	| { stage: 'asking'; kind: ChangeKind; error?: unknown }
	| { stage: 'running'; kind: ChangeKind; done: number; total: number }
	| { stage: 'done'; kind: ChangeKind; left: readonly string[] };

export const useChange = create<Change>(() => ({ stage: 'none' }));
const set = (change: Change) => useChange.setState(change, true);

export const beginChange = (kind: ChangeKind) => set({ stage: 'asking', kind });
export const closeChange = () => set({ stage: 'none' });

archive.on('archive.rewriting', ({ done, total }) => {
	const change = useChange.getState();
	if (change.stage === 'running') set({ ...change, done, total });
});

/** Stores what was typed and has the archive written anew; what kept it from that is shown where the passphrases were asked for. */
export async function changePassphrase(kind: ChangeKind, current: string, next: string | null): Promise<void> {
	set({ stage: 'running', kind, done: 0, total: 0 });
	try {
		await saveBeforeOpening();
		const { left } = await archive.calls.archive.changePassphrase({ next, ...(kind !== 'set' && { current }) });
		set({ stage: 'done', kind, left });
	} catch (error) {
		set({ stage: 'asking', kind, error });
	}
}
