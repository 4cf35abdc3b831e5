import { type SearchDocumentKind, searchDocumentKinds } from '../../api/search-api.ts';
import { holdings } from '../../domain/record.ts';
import { wordsOf } from '../words.ts';
import { daysOf } from './date-days.ts';
import type { FieldNode, QueryProblem } from './query-tree.ts';

const language = /^[a-z]{1,8}(-[a-z0-9]{1,8})*-?$/i;

/** Why the value cannot be read; null when it can. Kinds, tags and people are any words. */
export function problemOfValue(node: FieldNode): Pick<QueryProblem, 'code' | 'detail'> | null {
	const { field, value } = node;
	if (value === '') return { code: 'missing-value', detail: { field } };
	switch (field) {
		case 'date':
			return daysOf(value, true) ? null : { code: 'bad-date', detail: { value } };
		case 'lang':
			return language.test(value) ? null : { code: 'bad-language', detail: { value } };
		case 'in':
			return choiceProblem(node, searchDocumentKinds, placesOf(node));
		case 'holding':
			return choiceProblem(node, holdings, holdingsOf(node));
		default:
			return foldedWords(value).length > 0 ? null : { code: 'missing-value', detail: { field } };
	}
}

function choiceProblem({ field, value }: FieldNode, choices: readonly string[], chosen: readonly string[]) {
	return chosen.length > 0
		? null
		: { code: 'bad-choice' as const, detail: { field, value, choices: choices.join(', ') } };
}

/** Where `in:` looks: `note` or `notes`; with an unfinished word all that it may become. */
export function placesOf(node: FieldNode): SearchDocumentKind[] {
	return searchDocumentKinds.filter((kind) => isChoice(node, kind) || isChoice(node, `${kind}s`));
}

export function holdingsOf(node: FieldNode): string[] {
	return holdings.filter((holding) => isChoice(node, holding));
}

/** `described only` and `described-only` are one. */
function isChoice({ value, isPrefix, isUnfinished }: FieldNode, choice: string): boolean {
	const wanted = value.toLowerCase().replaceAll(/\s+/g, '-');
	return choice === wanted || ((isPrefix || isUnfinished) && choice.startsWith(wanted));
}

/** The words of a name, a tag or a kind as they are compared: folded, so that `news-item` is `News item`. */
export function foldedWords(text: string): string[] {
	return wordsOf(text).map(({ term }) => term);
}
