import { compileMessage } from '@lingui/message-utils/compileMessage';
import english from '#locales/en.json' with { type: 'json' };

// In the app the build puts another module in place of this one: the same messages, parsed already, and no parser
// (scripts/vite-plugins/parsed-catalogue.ts). Tests and scripts parse a message when they first show it.

/** Messages by key; ICU, or parsed as Lingui keeps them. */
export { english };
/** What parses them; null where they are. No code is evaluated for it, which the window's CSP forbids. */
export const parseMessage: typeof compileMessage | null = compileMessage;
