import { create } from 'zustand';

/** `lost` only after it was open once: what the person sees then is a sentence, not a blank window. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

/** How the window stands with its archive. */
export const useConnection = create<{ state: ConnectionState }>(() => ({ state: 'connecting' }));
