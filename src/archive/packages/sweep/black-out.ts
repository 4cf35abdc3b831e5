import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { queryOfTerm } from '#shared/search/list/search-list.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { blackened } from '#shared/writing/blackened.ts';
import type { WithheldName } from './withheld-names.ts';

const owner = { id: 'piece', title: '', recordKind: '', dateEdtf: '', holding: '' };

/**
 * The text with every word blacked out by which the sweep of a share would find one of these names. It goes on until no
 * name is found any more, since of a long passage the search marks a part at a time; `count` is of the stretches.
 */
export function blackOut(text: string, names: readonly WithheldName[]): { text: string; count: number } {
	const pieces = text.split('\n\n');
	const index = createSearchIndex();
	index.learn(knownGroups());
	let count = 0;
	let open = new Set(pieces.keys());
	while (open.size > 0 && names.length > 0) {
		const found = new Map<number, { start: number; end: number }[]>();
		index.clear();
		const documents = [...open].map((at) => ({
			...{ key: String(at), kind: 'note' as const, ownerId: owner.id, text: pieces[at] ?? '', language: 'und' },
		}));
		index.put([owner], documents);
		for (const term of names.flatMap(({ terms }) => terms)) {
			const query = { ...queryOfTerm(term), counts: 'nothing' as const };
			if (query.text === '') continue;
			const { hits, matched } = index.search(query, { offset: 0, limit: open.size });
			if (matched === 'any') continue;
			for (const { key, marks } of hits) {
				const spans = marks.map(([start, end]) => ({ start, end }));
				found.set(Number(key), [...(found.get(Number(key)) ?? []), ...spans]);
			}
		}
		open = new Set(found.keys());
		for (const [at, spans] of found) {
			const merged = mergeSpans(pieces[at] ?? '', spans);
			count += merged.length;
			pieces[at] = withoutSpans(pieces[at] ?? '', merged);
		}
	}
	return { text: pieces.join('\n\n'), count };
}

interface Span {
	start: number;
	end: number;
}

/** Stretches with nothing but white space and signs between them are one, so that nobody counts the words of a name. */
function mergeSpans(text: string, spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && (start <= last.end || /^[^\p{L}\p{N}█]*$/u.test(text.slice(last.end, start)))) {
			last.end = Math.max(last.end, end);
		} else merged.push({ start, end });
	}
	return merged;
}

function withoutSpans(text: string, spans: readonly Span[]): string {
	let out = '';
	let from = 0;
	for (const { start, end } of spans) {
		out += text.slice(from, start) + blackened;
		from = end;
	}
	return out + text.slice(from);
}
