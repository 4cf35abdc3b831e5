import type { ComponentProps } from 'react';
import { addAnnotation, MarkEntries } from '#renderer/features/annotations/index.ts';
import { startLinking } from '#renderer/features/links/index.ts';
import { addQuote, copyQuotation } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { CommandEntry, ContextMenu } from '#renderer/ui/ContextMenu.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { FoundWords } from './found-words.ts';

interface HitMenuProps {
	recordId: RecordId;
	found: FoundWords;
	at: ComponentProps<typeof ContextMenu>['at'];
	onClose(): void;
}

/** What can be done with the very words that were found, without opening their text. */
export function HitMenu({ recordId, found, at, onClose }: HitMenuProps) {
	const isReadOnly = useIsReadOnly();
	const { range, words } = found;

	function act(key: string): void {
		onClose();
		if (key === 'link') startLinking({ end: { kind: 'record', id: recordId, range }, words });
		else if (key === 'quote') void copyQuotation({ recordId, range });
		else if (key === 'gather') void addQuote(recordId, range);
		else void markFound(recordId, found, key as Purpose);
	}
	const label = message('search.found-words', { words: firstWords(words) });
	return (
		<ContextMenu at={at} label={label} onClose={onClose} onAction={act}>
			<MarkEntries />
			{isReadOnly ? null : <CommandEntry id="link" command="annotation.link" />}
			<CommandEntry id="quote" command="annotation.copy-quote" />
			{isReadOnly ? null : <CommandEntry id="gather" command="quotes.add" />}
		</ContextMenu>
	);
}

/** Marks them where they stand; the toast says which, and takes it back. */
async function markFound(recordId: RecordId, { range, words }: FoundWords, purpose: Purpose): Promise<void> {
	const added = await addAnnotation({ recordId, range, purpose });
	if (!added) return;
	const name = message(`purpose.${purpose}`);
	showToast(message('annotations.marked', { purpose: name, words: firstWords(words) }), undoAction());
}
