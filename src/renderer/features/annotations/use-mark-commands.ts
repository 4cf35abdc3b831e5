import { addQuote, askForCard, copyCard, copyQuotation } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { passageKeysSaid } from '#renderer/lib/shortcuts.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { Annotation, TextRange } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { threadsOf } from './annotation-order.ts';
import { showCard, useAnnotationsView } from './annotations-store.ts';
import { linkAtHand } from './linking.ts';
import { markAtHand, rangeAtHand } from './marking.ts';

/** Answers the commands on words and passages for as long as a text is open. */
export function useMarkCommands(text: AnnotatedText, annotations: readonly Annotation[]): void {
	const isReadOnly = useIsReadOnly();
	useCommand('annotation.note', () => void markAtHand(text, 'note'));
	useCommand('annotation.claim', () => void markAtHand(text, 'claim'));
	useCommand('annotation.evidence', () => void markAtHand(text, 'evidence'));
	useCommand('annotation.dispute', () => void markAtHand(text, 'dispute'));
	useCommand('annotation.question', () => void markAtHand(text, 'question'));
	// Notes may go to a file beside an archive that takes no changes; links are part of it.
	useCommand('annotation.link', () => linkAtHand(text, annotations), !isReadOnly);
	const withRange = (act: (range: TextRange) => Promise<void>) => () => {
		const range = rangeAtHand(text);
		if (range) void act(range);
		else showToast(message('annotations.nothing-selected', passageKeysSaid()));
	};
	const { recordId } = text;
	useCommand(
		'annotation.copy-quote',
		withRange((range) => copyQuotation({ recordId, range })),
	);
	useCommand(
		'quotes.card',
		withRange((range) => copyCard(recordId, range)),
		readingCopy === undefined,
	);
	useCommand(
		'quotes.save-card',
		withRange(async (range) => askForCard({ recordId, range })),
		readingCopy === undefined,
	);
	useCommand(
		'quotes.add',
		withRange((range) => addQuote(recordId, range)),
		!isReadOnly,
	);
	useCommand('annotation.next', () => step(annotations, 1), annotations.length > 0);
	useCommand('annotation.previous', () => step(annotations, -1), annotations.length > 0);
}

function step(annotations: readonly Annotation[], by: 1 | -1): void {
	const ids = threadsOf(annotations).map(({ annotation }) => annotation.id);
	const { activeId } = useAnnotationsView.getState();
	const at = activeId ? ids.indexOf(activeId) : -1;
	const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : at + by;
	const id = ids[(next + ids.length) % ids.length];
	if (id) showCard(id);
}
