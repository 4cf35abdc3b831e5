import fs from 'node:fs';
import path from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const parserModule = '@lingui/message-utils/compileMessage';
const noParser = '\0no-message-parser';

export interface ParsedCatalogueOptions {
	/** Where the catalogues are, a JSON file a language. */
	folder: string;
	/** A window has English in its script and fetches the others; other processes read files beside their chunks. */
	isWindow: boolean;
}

/** Messages are parsed when the app is built, not at each start of each of its processes: 12 ms for the parser alone. */
export function parsedCatalogue({ folder, isWindow }: ParsedCatalogueOptions): Plugin {
	return {
		name: 'parsed-catalogue',
		apply: 'build',
		enforce: 'pre',
		resolveId: {
			filter: { id: /compileMessage$/ },
			handler: (id) => (id === parserModule ? noParser : null),
		},
		load: {
			filter: {
				id: /no-message-parser$|[\\/]locales[\\/]\w+[.]json$|[\\/]messages[\\/](other-catalogues|catalogue)[.]ts$/,
			},
			handler(id) {
				if (id === noParser) return 'export const compileMessage = null;';
				// A text is parsed in a third of the time that a script with the same object takes.
				if (id.endsWith('.json'))
					return { code: `export default JSON.parse(${JSON.stringify(parsed(id))});`, moduleType: 'js' };
				const emit = (language: string, fileName?: string) => {
					const source = parsed(path.join(folder, `${language}.json`));
					return this.emitFile({ type: 'asset', source, ...(fileName ? { fileName } : { name: `${language}.json` }) });
				};
				if (isWindow) return id.endsWith('other-catalogues.ts') ? fetchingCatalogues(folder, emit) : null;
				const languages = id.endsWith('other-catalogues.ts') ? otherLanguages(folder) : ['en'];
				for (const language of languages) emit(language, `chunks/locales/${language}.json`);
				return id.endsWith('other-catalogues.ts') ? readingCatalogues(languages) : readingEnglish;
			},
		},
	};
}

function fetchingCatalogues(folder: string, emit: (language: string) => string): string {
	const places = otherLanguages(folder).map(
		(language) => `[${JSON.stringify(language)}, import.meta.ROLLUP_FILE_URL_${emit(language)}]`,
	);
	// The addresses at once: a classic script knows where it came from only while it runs. A reading copy, which may
	// fetch nothing, has its own way.
	return `const read = (language, url) =>
		globalThis.lecternCopy?.catalogue(language) ?? fetch(url).then((response) => response.json());
	export const otherCatalogues = Object.fromEntries([${places.join(', ')}].map(
		([language, url]) => [language, () => read(language, url)]));`;
}

/** Of a process: it reads English, too, when it first says something, which many never do. */
const readingEnglish = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
export const readEnglish = () => JSON.parse(readFileSync(join(import.meta.dirname, 'locales/en.json'), 'utf8'));
export const parseMessage = null;`;

const readingCatalogues = (languages: readonly string[]) => `import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
const read = async (language) => JSON.parse(await readFile(join(import.meta.dirname, 'locales', language + '.json'), 'utf8'));
export const otherCatalogues = Object.fromEntries(${JSON.stringify(languages)}.map((language) => [language, () => read(language)]));`;

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
