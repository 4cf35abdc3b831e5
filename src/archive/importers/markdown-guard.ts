/** More levels of quotations and lists than anybody writes; the parser's time grows with the square of them. */
const deepestContainers = 60;
/** Brackets and asterisks open at once within a paragraph, for the same reason. */
const mostOpeners = 2000;
/** Blank lines, and those that begin a block of their own: what is open before them does not reach over. */
const beginsAnew = /^\s*(?:$|[-+*|#>]|\d+[.)])/;
/** A longer text is parsed in sections, since the tree of a whole book would not fit the memory an importer is given. */
const longestUncut = 512 * 1024;
const longestSection = 1024 * 1024;

/**
 * The text, or if it is long its parts, each beginning with a heading: nothing in Markdown reaches over one but fences,
 * which are minded, and references, which in so long a text stay as they stand.
 */
export function splitIntoSections(text: string): string[] {
	if (text.length <= longestUncut) return [text];
	const sections: string[] = [];
	let start = 0;
	let fence = '';
	for (const { 0: line, index } of text.matchAll(/^(?: {0,3}(?:`{3,}|~{3,})|#{1,6}[ \t])/gm)) {
		const mark = line.trim();
		if (mark.startsWith('#')) {
			if (fence !== '' || index - start < longestUncut / 4) continue;
			sections.push(text.slice(start, index));
			start = index;
		} else if (fence === '') fence = mark;
		else if (mark.startsWith(fence)) fence = '';
	}
	sections.push(text.slice(start));
	return sections;
}

/** Whether a section would cost the Markdown parser more than it is worth: the text is then read as plain text. */
export function isTooMuch(text: string): boolean {
	if (text.length > longestSection) return true;
	let openers = 0;
	for (const line of text.split('\n')) {
		if (containers(line) > deepestContainers) return true;
		openers = count(line) + (beginsAnew.test(line) ? 0 : openers);
		if (openers > mostOpeners) return true;
	}
	return false;
}

/** Markers of quotations and lists at the head of a line; indentation counts too, as that is how lists nest. */
function containers(line: string): number {
	const head = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? '';
	const markers = head.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
	return Math.max(markers, head.trim() === '' ? 0 : head.length / 8);
}

function count(line: string): number {
	let openers = 0;
	for (let at = 0; at < line.length; at += 1) {
		const sign = line[at];
		if (sign === '[' || sign === '*' || sign === '_' || sign === '~' || sign === '!' || sign === '`' || sign === '<')
			openers += 1;
	}
	return openers;
}

interface Parts {
	/** Its lines without the fences; '' where there is none. */
	frontMatter: string;
	title: string;
	body: string;
}

/** Takes YAML front matter off a text. Only what looks like it: a rule at the head of a text is a rule. */
export function splitFrontMatter(text: string): Parts {
	const found = /^---[ \t]*\r?\n(?=[\w-]+:(?:\s|$))([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
	if (!found) return { frontMatter: '', title: '', body: text };
	const frontMatter = (found[1] ?? '').replaceAll('\r\n', '\n').trimEnd();
	const value = /^title:[ \t]*(.+)$/m.exec(frontMatter)?.[1]?.trim() ?? '';
	return { frontMatter, title: value.replace(/^(["'])(.*)\1$/, '$2'), body: text.slice(found[0].length) };
}
