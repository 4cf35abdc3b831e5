import { useLayoutEffect, useMemo } from 'react';
import { linkCountOf, showLinks } from '#renderer/features/links/index.ts';
import { addQuote, askForCard, copyCard, copyQuotation, copyReference } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { copyText } from '#renderer/lib/copies.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { CommandEntry, ContextMenu, onceClosed } from '#renderer/ui/ContextMenu.tsx';
import type { MenuPoint } from '#renderer/ui/context-menu.ts';
import { MenuItem } from '#renderer/ui/Menu.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { Annotation, Purpose, TextRange } from '#shared/domain/annotation.ts';
import { citedNumber } from '#shared/domain/block.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { standsOn } from './annotation-order.ts';
import { showCard, useAnnotationsView } from './annotations-store.ts';
import { linkFrom } from './linking.ts';
import { MarkEntries } from './MarkEntries.tsx';
import { mark } from './marking.ts';
import { wholePassage } from './selection-range.ts';

interface PassageMenuProps {
	text: AnnotatedText;
	annotations: readonly Annotation[];
	/** Two texts are on the page: no list of links is beside them that one could go to. */
	isBeside?: boolean;
	/** The words have become an annotation. */
	onMarked?(): void;
}

/** On the passage that the open menu is of, which the keyboard has left. */
const menuAttribute = 'data-menu';

/** In copied words, where nothing else says where a passage ends. */
const paragraphSeparator = '\n\n';

const close = () => useAnnotationsView.setState({ menuOrdinal: null, menuRange: null, menuAt: null });

/** What can be done with one passage, or with words chosen of it, without selecting anything: opened with Enter. */
export function PassageMenu({ text, annotations, isBeside = false, onMarked }: PassageMenuProps) {
	const ordinal = useAnnotationsView(({ menuOrdinal }) => menuOrdinal);
	const chosen = useAnnotationsView(({ menuRange }) => menuRange);
	const at = useAnnotationsView(({ menuAt }) => menuAt);
	const isReadOnly = useIsReadOnly();
	const anchor = useMemo(
		() => ({ current: ordinal === null ? null : text.dom.elementOf(ordinal) }),
		[ordinal, text.dom],
	);
	useLayoutEffect(() => {
		const passage = anchor.current;
		passage?.setAttribute(menuAttribute, '');
		return () => passage?.removeAttribute(menuAttribute);
	}, [anchor]);
	const within = useMemo(() => anchor.current && pointWithin(anchor.current), [anchor]);
	if (ordinal === null || !anchor.current) return null;

	const range = chosen ?? wholePassage(text.blocks, text.editionId, ordinal);
	const noted = annotations.filter((annotation) => standsOn(annotation, text.editionId, ordinal));
	const linkCount = isBeside ? 0 : linkCountOf(ordinal);
	const number = citedNumber(text.blocks, ordinal);
	const label = chosen
		? message('annotations.words-menu')
		: message('annotations.passage-menu', { number: number ?? 0 });
	const choose = (key: string) => {
		const [first] = noted;
		if (key === 'links') showLinks(ordinal);
		else if (key === 'notes' && first) showCard(first.id);
		else if (key === 'words') onceClosed(() => runCommand('annotation.words'));
		else if (range) act(text, range, key, onMarked);
	};
	return (
		<ContextMenu at={at ?? within ?? anchor} label={label} onClose={close} onAction={choose}>
			<MarkEntries />
			{chosen ? null : <CommandEntry id="words" command="annotation.words" />}
			{isReadOnly ? null : <CommandEntry id="link" command="annotation.link" />}
			{chosen ? <MenuItem id="copy">{message('desktop.menu.copy')}</MenuItem> : null}
			<CommandEntry id="quote" command="annotation.copy-quote" />
			{isReadOnly ? null : <CommandEntry id="gather" command="quotes.add" />}
			{readingCopy ? null : <CommandEntry id="card" command="quotes.card" />}
			{readingCopy ? null : <CommandEntry id="save-card" command="quotes.save-card" />}
			<MenuItem id="reference">{message('annotations.copy-reference')}</MenuItem>
			{!chosen && noted.length > 0 && (
				<MenuItem id="notes">{message('annotations.go-to-notes', { count: noted.length })}</MenuItem>
			)}
			{!chosen && linkCount > 0 && <MenuItem id="links">{message('links.go-to', { count: linkCount })}</MenuItem>}
		</ContextMenu>
	);
}

/** Some eight entries: with less room above and below a passage, its menu stands over it. */
const leastRoomPx = 240;

/** Where the menu stands over a passage that fills the window, as a long one does on a phone; null where there is room beside it. */
function pointWithin(passage: Element): MenuPoint | null {
	const { left, top, bottom } = passage.getBoundingClientRect();
	if (Math.max(top, innerHeight - bottom) >= leastRoomPx) return null;
	return { x: left, y: Math.max(top, innerHeight / 3) };
}

/** What is done with the words of the whole passage; any other key is a purpose to mark it with. */
function act(text: AnnotatedText, range: TextRange, key: string, onMarked?: () => void): void {
	const { recordId } = text;
	if (key === 'copy') void copyText(textOfRange(text.blocks, range, paragraphSeparator)).catch(showError);
	else if (key === 'quote') void copyQuotation({ recordId, range });
	else if (key === 'card') void copyCard(recordId, range);
	else if (key === 'save-card') askForCard({ recordId, range });
	else if (key === 'gather') void addQuote(recordId, range);
	else if (key === 'link') linkFrom(text, range);
	else if (key === 'reference') void copyReference({ recordId, range });
	else void mark(text, range, key as Purpose).then((isMarked) => isMarked && onMarked?.());
}

/** Copies the reference to a passage: what the number in the margin does. */
export function copyPassageReference(text: AnnotatedText, ordinal: number): void {
	void copyReference({ recordId: text.recordId, range: wholePassage(text.blocks, text.editionId, ordinal) });
}
