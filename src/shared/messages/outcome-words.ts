import type { TranslationOutcome } from '../domain/translation.ts';
import { message } from './messages.ts';

/** Longer lists of numbers are cut: the reader shows what is missing. */
const mostLabels = 60;
/** So much of what has no passage is shown; the file is kept as it came. */
const mostStray = 60;
const longestStray = 400;

/** What came of bringing a translation in, but for how much of it there is and what has no passage; a sentence each. */
export function outcomeWords(outcome: TranslationOutcome): string[] {
	const { isSame, isOfEarlier, hasReplaced, keptCount, blank, repeated, joined } = outcome;
	return [
		...(isSame ? [message('translations.came.same')] : []),
		...(hasReplaced ? [message('translations.came.replaced')] : []),
		...(isOfEarlier ? [message('translations.came.earlier')] : []),
		...(keptCount > 0 ? [message('translations.came.kept', { count: keptCount })] : []),
		...(blank.length > 0 ? [message('translations.came.blank', { labels: listed(blank) })] : []),
		...(repeated.length > 0 ? [message('translations.came.repeated', { labels: listed(repeated) })] : []),
		...(joined.length > 0
			? [message('translations.came.joined', { labels: listed(joined.map((group) => group.join(' + '))) })]
			: []),
	];
}

/** Rows without a passage, each with its number and words; the last line is an ellipsis where there are more. */
export function strayLines({ stray }: TranslationOutcome): string[] {
	const lines = stray.slice(0, mostStray).map(({ label, text }) => {
		const words = text.length > longestStray ? `${text.slice(0, longestStray)}…` : text;
		return label === '' ? words : `[${label}] ${words}`;
	});
	return stray.length > mostStray ? [...lines, '…'] : lines;
}

function listed(labels: readonly string[]): string {
	return labels.length > mostLabels ? `${labels.slice(0, mostLabels).join(', ')} …` : labels.join(', ');
}
