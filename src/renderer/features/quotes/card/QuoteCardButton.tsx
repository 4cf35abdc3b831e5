import { BadgeCheck } from 'lucide-react';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { message } from '#shared/messages/messages.ts';
import { type AskedCard, askForCard } from './card-store.ts';

/** Makes a quote card of words that a view shows; a reading copy has no archive to prove one by. */
export function QuoteCardButton({ recordId, range }: AskedCard) {
	if (readingCopy) return null;
	return (
		<IconButton label={message('quotes.card-button')} onPress={() => askForCard({ recordId, range })}>
			<BadgeCheck size={15} aria-hidden />
		</IconButton>
	);
}
