import { create } from 'zustand';

/** `lost` only after it was open once: what the person sees then is a sentence, not a blank window. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

interface Connection {
	state: ConnectionState;
	/** Calls that change the archive and have not answered yet: at 0 everything is saved. */
	pendingWrites: number;
	/** Notes whose text the archive refused; it is in this window alone. */
	unsavedNotes: number;
}

/** How the window stands with its archive. */
export const useConnection = create<Connection>(() => ({ state: 'connecting', pendingWrites: 0, unsavedNotes: 0 }));

export function countPendingWrite(step: 1 | -1): void {
	useConnection.setState(({ pendingWrites }) => ({ pendingWrites: pendingWrites + step }));
}
