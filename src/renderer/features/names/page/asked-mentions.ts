import { takeFromList } from '#renderer/lib/listed-data.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { findMentions, useSearchState } from '#renderer/search/index.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { familyNames } from '#shared/search/mentions/family-names.ts';
import type { FoundMentions } from '#shared/search/mentions/first-mentions.ts';

/** The last question: what a press on a link asks for already is what its page asks for next. */
let asked: { key: string; answer: Promise<FoundMentions | null> } | null = null;

/** The words by which a name is sought. */
export interface AskedWords {
	/** The main forms first: the first are widened by sound, where there are very many. */
	forms: readonly string[];
	/** Family names, which may stand for a person by themselves. */
	parts: readonly string[];
}

/** Where a name stands, found once for each version of the index; null when it cannot be said now. */
export function askMentions(words: AskedWords, isWide: boolean, version: number): Promise<FoundMentions | null> {
	const key = JSON.stringify([words, isWide, version]);
	if (asked?.key === key) return asked.answer;
	const answer = findMentions(words, isWide).then((found) => {
		if (found === null && asked?.answer === answer) asked = null;
		return found;
	});
	asked = { key, answer };
	return answer;
}

/**
 * Begins to find while the page is only on its way: the search needs about as long as the window does to draw the rest.
 * The page has the name as the list has it, where that is there and true, and need not ask for it again.
 */
export function prepareName(nameId: string): void {
	const id = nameId as NameId;
	const name = takeFromList<Name>(queryClient, { list: keys.names.list(), one: keys.names.get({ id }), id });
	if (name) void askMentions(wordsOfName(name), false, useSearchState.getState().version);
}

export function wordsOfName({ kind, forms }: Pick<Name, 'kind' | 'forms'>): AskedWords {
	const mains = forms.filter((form) => form.kind === 'main');
	const inOrder = [...mains, ...forms.filter((form) => form.kind !== 'main')];
	return { forms: inOrder.map(({ text }) => text), parts: familyNames({ kind, forms: inOrder }) };
}
