import { compileMessage } from '@lingui/message-utils/compileMessage';
import english from '#locales/en.json' with { type: 'json' };

export type English = typeof english;

/**
 * By key: ICU messages; in a built app parsed already, as Lingui keeps them. A built process, other than a window, reads
 * them when this is called (scripts/vite-plugins/parsed-catalogue.ts).
 */
export const readEnglish = (): English => english;

/**
 * Parses a message when it is first shown; null in a built app, where none is left to parse. It evaluates no code, which
 * the window's CSP forbids.
 */
export const parseMessage: typeof compileMessage | null = compileMessage;
