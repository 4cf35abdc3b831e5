import { activeLocale, message } from './messages.ts';

/** `unit`: parts of one measure or line, as in "1 day, 2 hours". */
type ListKind = 'conjunction' | 'disjunction' | 'unit';

/** Words as one enumeration in the active language. Chromium has no data for Armenian and Azerbaijani: it would say "and". */
export function wordList(words: readonly string[], kind: ListKind): string {
	const locale = activeLocale();
	if (locale !== 'hy' && locale !== 'az') return new Intl.ListFormat(locale, { type: kind }).format(words);
	const [last, ...before] = words.toReversed();
	if (last === undefined || before.length === 0) return last ?? '';
	// In Azerbaijani the parts of a measure stand beside each other.
	if (kind === 'unit' && locale === 'az') return words.join(', ');
	return message(kind === 'disjunction' ? 'list.or' : 'list.and', { words: before.toReversed().join(', '), last });
}
