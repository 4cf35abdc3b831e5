import { announce } from '#renderer/lib/announcements.ts';
import { keyNameOf } from '#renderer/lib/shortcuts.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import { message } from '#shared/messages/messages.ts';
import { styleOf } from './purpose-style.ts';

/** Tells screen readers what the mark on the text shows to others: as what which words were marked, and what takes it back. */
export function announceMark(purpose: Purpose, words: string): void {
	const key = keyNameOf('history.undo');
	announce(
		[
			message('annotations.marked', { purpose: message(styleOf(purpose).label), words: firstWords(words) }),
			...(key ? [message('annotations.marked-undo', { key })] : []),
		].join(' '),
	);
}
