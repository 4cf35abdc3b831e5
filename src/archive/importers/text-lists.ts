/** A line that begins like an item of a list. */
export interface ListLine {
	marker: string;
	text: string;
	indent: number;
	/** Markers of one kind make one list: the sign itself, or what stands around a number or a letter. */
	kind: string;
}

// No dashes: in Russian and Armenian they open direct speech.
const bullet = /^(\s*)([-•*·‣◦▪●])\s+(?=.*[\p{L}\p{N}])/u;
const counted = /^(\s*)(\(?)(\d{1,3}|[ivxlc]{1,5}|\p{L})([.)])\s+(?=.*[\p{L}\p{N}])/iu;

export function readListLine(line: string): ListLine | null {
	const found = bullet.exec(line);
	if (found)
		return { marker: found[2] ?? '', text: line.slice(found[0].length), indent: indentOf(found), kind: found[2] ?? '' };
	const number = counted.exec(line);
	if (!number) return null;
	const [whole, , open = '', count = '', close = ''] = number;
	const kind = `${open}${/\d/.test(count) ? '1' : 'a'}${close}`;
	return { marker: `${open}${count}${close}`, text: line.slice(whole.length), indent: indentOf(number), kind };
}

function indentOf(found: RegExpExecArray): number {
	return found[1]?.length ?? 0;
}

export interface ListItem {
	marker: string;
	/** Its lines, those that run on under it included. */
	lines: string[];
	/** From 1, by indentation. */
	level: number;
}

/**
 * The items of a chunk that is a list: it begins with an item, and its items share their kinds of marker with another
 * one. null where a single line only happens to begin with a dash, a number or an initial.
 */
export function readList(lines: readonly string[], neighbours: readonly string[]): ListItem[] | null {
	const found = lines.map(readListLine);
	const first = found[0];
	if (!first) return null;
	const kinds = [...found, ...neighbours.map(readListLine)].filter((line) => line !== null).map((line) => line.kind);
	if (kinds.filter((kind) => kind === first.kind).length < 2) return null;
	const indents = [...new Set(found.filter((line) => line !== null).map((line) => line.indent))].sort((a, b) => a - b);
	const items: ListItem[] = [];
	lines.forEach((line, at) => {
		const item = found[at];
		if (item)
			items.push({ marker: item.marker, lines: [item.text], level: Math.min(9, indents.indexOf(item.indent) + 1) });
		else items.at(-1)?.lines.push(line.trimStart());
	});
	return items;
}
