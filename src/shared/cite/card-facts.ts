import type { CardPassage, QuoteCard } from '../domain/quote-card.ts';
import { message } from '../messages/messages.ts';

/** Everything by which the words of a card can be proved, as people read it. */
export function cardFacts(card: QuoteCard): [label: string, value: string][] {
	const { archiveTitle, archiveId, madeAt, custody, quoted, beside } = card;
	return [
		...passageFacts(quoted),
		...(beside ? passageFacts(beside) : []),
		[message('card.archive'), `${archiveTitle} (${archiveId})`],
		[message('card.custody'), custody.head],
		[message('card.made'), madeAt],
	];
}

function passageFacts({ editionKind, textSha256, originalSha256 }: CardPassage): [label: string, value: string][] {
	return [
		[message('card.edition'), `${message(`edition.kind.${editionKind}`)}, SHA-256 ${textSha256}`],
		...(originalSha256 === null
			? []
			: [[message('card.original'), `SHA-256 ${originalSha256}`] satisfies [string, string]]),
	];
}
