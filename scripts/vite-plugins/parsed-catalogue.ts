import fs from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/**
 * The messages are parsed when the app is built, not at each start of each of its processes: 12 ms for the parser alone.
 *
 * @param catalogue path of the JSON file
 */
export function parsedCatalogue(catalogue: string): Plugin {
	return {
		name: 'parsed-catalogue',
		load: {
			filter: { id: /src[\\/]shared[\\/]messages[\\/]catalogue[.]ts$/ },
			handler() {
				this.addWatchFile(catalogue);
				const messages = JSON.parse(fs.readFileSync(catalogue, 'utf8')) as Record<string, string>;
				const parsed = Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]));
				return `export const english = ${JSON.stringify(parsed)};\nexport const parseMessage = null;\n`;
			},
		},
	};
}
