import type { RefObject } from 'react';
import { addAnnotation, purposeStyles } from '#renderer/features/annotations/index.ts';
import { startLinking } from '#renderer/features/links/index.ts';
import { addQuote, copyQuotation } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { ContextMenu } from '#renderer/ui/ContextMenu.tsx';
import type { MenuPoint } from '#renderer/ui/context-menu.ts';
import { Menu, MenuItem, MenuSeparator } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { FoundWords } from './found-words.ts';

interface HitMenuProps {
	recordId: RecordId;
	found: FoundWords;
	/** What the menu stands at, where it was not asked for at a point. */
	anchor: RefObject<Element | null>;
	at?: MenuPoint | null;
	onClose(): void;
}

/** What can be done with the very words that were found, without opening their text. */
export function HitMenu({ recordId, found, anchor, at, onClose }: HitMenuProps) {
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
	const entries = (
		<>
			{purposeStyles.map(({ purpose, command }) => (
				<Entry key={purpose} id={purpose} command={command} />
			))}
			<MenuSeparator />
			{readingCopy || isReadOnly ? null : <Entry id="link" command="annotation.link" />}
			<Entry id="quote" command="annotation.copy-quote" />
			{isReadOnly ? null : <Entry id="gather" command="quotes.add" />}
		</>
	);
	if (at)
		return (
			<ContextMenu at={at} label={label} onClose={onClose} onAction={act}>
				{entries}
			</ContextMenu>
		);
	return (
		<Menu
			autoFocus="first"
			aria-label={label}
			popover={{ triggerRef: anchor, isOpen: true, onOpenChange: onClose, placement: 'bottom start' }}
			onAction={(key) => act(String(key))}
		>
			{entries}
		</Menu>
	);
}

/** A command by the name that it has everywhere, done with the words found. */
function Entry({ id, command }: { id: string; command: CommandId }) {
	return (
		<MenuItem id={id} command={command}>
			{message(commandTitleKey(command))}
		</MenuItem>
	);
}

/** Marks them where they stand; the toast says which, and takes it back. */
async function markFound(recordId: RecordId, { range, words }: FoundWords, purpose: Purpose): Promise<void> {
	const added = await addAnnotation({ recordId, range, purpose });
	if (!added) return;
	const name = message(`purpose.${purpose}`);
	showToast(message('annotations.marked', { purpose: name, words: firstWords(words) }), undoAction());
}
