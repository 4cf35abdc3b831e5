import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { findMentions, useSearchState } from '#renderer/search/index.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import type { FoundMentions } from '#shared/search/mentions/first-mentions.ts';

/** The last question: what a press on a link asks for already is what its page asks for next. */
let asked: { key: string; answer: Promise<FoundMentions | null> } | null = null;

/** Where one of the forms stands, found once for each version of the index; null when it cannot be said now. */
export function askMentions(forms: readonly string[], isWide: boolean, version: number): Promise<FoundMentions | null> {
	const key = JSON.stringify([forms, isWide, version]);
	if (asked?.key === key) return asked.answer;
	const answer = findMentions(forms, isWide).then((found) => {
		if (found === null && asked?.answer === answer) asked = null;
		return found;
	});
	asked = { key, answer };
	return answer;
}

/** Begins to find while the page is only on its way: the search needs about as long as the window does to draw the rest. */
export function prepareName(nameId: string): void {
	const name = listedName(nameId);
	if (name) void askMentions(formsInOrder(name.forms), false, useSearchState.getState().version);
}

/** As the list of names has it, where that is there and true: the page need not ask for it again. */
export function listedName(nameId: string): Name | undefined {
	const { queryKey } = queries.names.list();
	if (queryClient.getQueryState(queryKey)?.isInvalidated) return undefined;
	return queryClient.getQueryData<Name[]>(queryKey)?.find(({ id }) => id === (nameId as NameId));
}

/** The main forms first: the first are widened by sound, where there are very many. */
export function formsInOrder(forms: Name['forms']): string[] {
	const mains = forms.filter(({ kind }) => kind === 'main');
	return [...mains, ...forms.filter(({ kind }) => kind !== 'main')].map(({ text }) => text);
}
