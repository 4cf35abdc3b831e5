import type { ComponentProps } from 'react';
import { addAnnotation, MarkEntries } from '#renderer/features/annotations/index.ts';
import { startLinking } from '#renderer/features/links/index.ts';
import { addQuote, copyQuotation } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { CommandEntry, ContextMenu, onceClosed } from '#renderer/ui/ContextMenu.tsx';
import { MenuItem, MenuSeparator } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { type Purpose, purposes } from '#shared/domain/annotation.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchHit } from '#shared/search/search-query.ts';
import { type FoundWords, foundWords } from './found-words.ts';
import { hitTitle, openWords } from './hit-words.ts';

interface HitMenuProps {
	hit: SearchHit;
	at: ComponentProps<typeof ContextMenu>['at'];
	onClose(): void;
	/** Where nothing beside it opens the hit. */
	onOpen?(): void;
}

/** What can be done with a hit: with the very words that were found, without opening their text, where it is of a text. */
export function HitMenu({ hit, at, onClose, onOpen }: HitMenuProps) {
	const found = foundWords(hit);
	const label = found ? message('search.found-words', { words: firstWords(found.words) }) : hitTitle(hit);
	return (
		<ContextMenu at={at} label={label} onClose={onClose} onAction={(key) => found && act(key, hit, found)}>
			{found ? <FoundWordsEntries /> : null}
			{found && onOpen ? <MenuSeparator /> : null}
			{onOpen ? <MenuItem onAction={() => onceClosed(onOpen)}>{openWords(hit)}</MenuItem> : null}
		</ContextMenu>
	);
}

function FoundWordsEntries() {
	const isReadOnly = useIsReadOnly();
	return (
		<>
			<MarkEntries />
			{isReadOnly ? null : <CommandEntry id="link" command="annotation.link" />}
			<CommandEntry id="quote" command="annotation.copy-quote" />
			{isReadOnly ? null : <CommandEntry id="gather" command="quotes.add" />}
		</>
	);
}

function act(key: string, hit: SearchHit, found: FoundWords): void {
	const recordId = hit.ownerId as RecordId;
	const { range, words } = found;
	if (key === 'link') startLinking({ end: { kind: 'record', id: recordId, range }, words });
	else if (key === 'quote') void copyQuotation({ recordId, range });
	else if (key === 'gather') void addQuote(recordId, range);
	else {
		const purpose = purposes.find((one) => one === key);
		if (purpose) void markFound(recordId, found, purpose);
	}
}

/** Marks them where they stand; the toast says which, and takes it back. */
async function markFound(recordId: RecordId, { range, words }: FoundWords, purpose: Purpose): Promise<void> {
	const added = await addAnnotation({ recordId, range, purpose });
	if (!added) return;
	const name = message(`purpose.${purpose}`);
	showToast(message('annotations.marked', { purpose: name, words: firstWords(words) }), undoAction());
}
