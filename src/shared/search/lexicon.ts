import SearchableMap from 'minisearch/SearchableMap';
import type { Clause } from './clause.ts';
import type { MatchKind } from './search-query.ts';
import { editsAllowed } from './spelling.ts';

interface Entry {
	id: number;
	term: string;
	/** As it stood where it was first met. */
	surface: string;
	useCount: number;
}

/** A word of the archive that answers a word of the query. Later widenings (stems, other scripts, aliases) are more of these. */
export interface Expansion {
	id: number;
	how: MatchKind;
	/** 1 for the word itself, less the further away it is. */
	weight: number;
	/** How often the archive has it. */
	useCount: number;
}

/** Every word of the indexed texts, once, beside the index itself: what a query's word is widened with. */
export interface Lexicon {
	/** Counts one use of a term and gives its number. */
	add(term: string, surface: string): number;
	release(id: number): void;
	/** Above every number that was given. */
	readonly nextId: number;
	termOf(id: number): string;
	/** The words that answer the word at `position` of the clause, by term. */
	expand(clause: Clause, position: number): Map<string, Expansion>;
	/** The words most like `term`, as they stand in the texts; never the term itself. */
	similarTo(term: string, limit: number): string[];
}

const weights = { exact: 1, prefix: 0.6, near: 0.35 };
const lostPerEdit = 0.1;
const mostSuggestedEdits = 3;

export function createLexicon(): Lexicon {
	const byTerm = new SearchableMap<Entry>();
	/** The same entries: looking up a whole word here takes a tenth of the time. */
	const exact = new Map<string, Entry>();
	const byId: (Entry | undefined)[] = [];

	function create(term: string, surface: string): Entry {
		const entry = { id: byId.length, term, surface, useCount: 0 };
		byId.push(entry);
		byTerm.set(term, entry);
		exact.set(term, entry);
		return entry;
	}
	return {
		add(term, surface) {
			const entry = exact.get(term) ?? create(term, surface);
			entry.useCount += 1;
			return entry.id;
		},
		release(id) {
			const entry = byId[id];
			if (!entry) return;
			entry.useCount -= 1;
			if (entry.useCount > 0) return;
			byTerm.delete(entry.term);
			exact.delete(entry.term);
			byId[id] = undefined;
		},
		get nextId() {
			return byId.length;
		},
		termOf(id) {
			return byId[id]?.term ?? '';
		},
		expand(clause, position) {
			const wanted = clause.terms[position] ?? '';
			const found = new Map<string, Expansion>();
			const edits = clause.isNear ? editsAllowed(wanted) : 0;
			if (edits > 0)
				for (const [term, [entry, distance]] of byTerm.fuzzyGet(wanted, edits).entries())
					found.set(term, expansionOf(entry, 'near', weights.near - lostPerEdit * (distance - 1)));
			if (clause.isPrefix && position === clause.terms.length - 1)
				for (const [term, entry] of byTerm.atPrefix(wanted))
					found.set(term, expansionOf(entry, 'prefix', weights.prefix));
			const entry = exact.get(wanted);
			if (entry) found.set(wanted, expansionOf(entry, 'exact', weights.exact));
			return found;
		},
		similarTo(term, limit) {
			const edits = Math.min(mostSuggestedEdits, Math.max(editsAllowed(term), Math.floor(term.length / 3)));
			if (edits === 0) return [];
			return [...byTerm.fuzzyGet(term, edits).values()]
				.filter(([, distance]) => distance > 0)
				.sort(([one, near], [other, far]) => near - far || other.useCount - one.useCount)
				.slice(0, limit)
				.map(([entry]) => entry.surface);
		},
	};
}

function expansionOf({ id, useCount }: Entry, how: MatchKind, weight: number): Expansion {
	return { id, how, weight, useCount };
}
