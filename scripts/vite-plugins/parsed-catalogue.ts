import fs from 'node:fs';
import path from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const parserModule = '@lingui/message-utils/compileMessage';
const noParser = '\0no-message-parser';

export interface ParsedCatalogueOptions {
	/** Where the catalogues are, a JSON file a language. */
	folder: string;
	/** In the window all languages but English are files beside the script, which fetches the one that is wanted. */
	areFetched: boolean;
}

/** Messages are parsed when the app is built, not at each start of each of its processes: 12 ms for the parser alone. */
export function parsedCatalogue({ folder, areFetched }: ParsedCatalogueOptions): Plugin {
	return {
		name: 'parsed-catalogue',
		apply: 'build',
		enforce: 'pre',
		resolveId: {
			filter: { id: /compileMessage$/ },
			handler: (id) => (id === parserModule ? noParser : null),
		},
		load: {
			filter: { id: /no-message-parser$|[\\/]locales[\\/]\w+[.]json$|[\\/]messages[\\/]other-catalogues[.]ts$/ },
			handler(id) {
				if (id === noParser) return 'export const compileMessage = null;';
				// A text is parsed in a third of the time that a script with the same object takes.
				if (id.endsWith('.json'))
					return { code: `export default JSON.parse(${JSON.stringify(parsed(id))});`, moduleType: 'js' };
				if (!areFetched) return null;
				const places = otherLanguages(folder).map((language) => {
					const source = parsed(path.join(folder, `${language}.json`));
					const file = this.emitFile({ type: 'asset', name: `${language}.json`, source });
					return `[${JSON.stringify(language)}, import.meta.ROLLUP_FILE_URL_${file}]`;
				});
				// The addresses at once: a classic script knows where it came from only while it runs. A reading copy, which may
				// fetch nothing, has its own way.
				return `const read = (language, url) =>
					globalThis.lecternCopy?.catalogue(language) ?? fetch(url).then((response) => response.json());
				export const otherCatalogues = Object.fromEntries([${places.join(', ')}].map(
					([language, url]) => [language, () => read(language, url)]));`;
			},
		},
	};
}

function otherLanguages(folder: string): string[] {
	return fs
		.readdirSync(folder)
		.map((name) => path.parse(name).name)
		.filter((language) => language !== 'en');
}

/** The catalogue of a file as JSON, each message in the form that Lingui keeps. */
function parsed(file: string): string {
	const messages = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;
	return JSON.stringify(
		Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, compileMessageOrThrow(text)])),
	);
}
