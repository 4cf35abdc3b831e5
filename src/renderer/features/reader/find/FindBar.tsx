import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { useReader } from '../reader-store.ts';
import { scrollToPlace } from '../text/place-on-page.ts';
import { useTextHighlight } from '../text/use-text-highlight.ts';
import styles from './FindBar.module.css';
import { findWords, type Match, mostMatches } from './find-words.ts';

interface FindBarProps {
	text: AnnotatedText;
	draw(ordinal: number): void;
}

/** Find in this document: every match is marked, the current one shown. */
export function FindBar({ text, draw }: FindBarProps) {
	const isOpen = useReader((view) => view.isFindOpen);
	const input = useRef<HTMLInputElement>(null);
	useCommand('find.open', () => {
		useReader.setState({ isFindOpen: true });
		input.current?.select();
	});
	return isOpen ? <OpenBar text={text} draw={draw} input={input} /> : null;
}

interface OpenBarProps extends FindBarProps {
	input: React.RefObject<HTMLInputElement | null>;
}

function OpenBar({ text, draw, input }: OpenBarProps) {
	const [words, setWords] = useState('');
	const [at, setAt] = useState(0);
	const matches = useMemo(() => findWords(text.blocks, words), [text.blocks, words]);
	const current = matches[at];
	useMatchMarks(text, matches, current);

	useEffect(() => input.current?.focus(), [input]);
	useMatchInSight(text, current, draw);

	const step = (by: 1 | -1) => matches.length > 0 && setAt((at + by + matches.length) % matches.length);
	useCommand('find.next', () => step(1), matches.length > 0);
	useCommand('find.previous', () => step(-1), matches.length > 0);
	const close = () => {
		useReader.setState({ isFindOpen: false });
		if (current) text.dom.elementOf(current.ordinal)?.focus({ preventScroll: true });
	};

	return (
		<search className={styles.bar} aria-label={message('command.find.open')}>
			<TextField
				label={message('command.find.open')}
				isLabelHidden
				inputRef={input}
				value={words}
				onChange={(value) => {
					setWords(value);
					setAt(firstFrom(findWords(text.blocks, value)));
				}}
				onKeyDown={(event) => {
					if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
					else if (event.key === 'Escape') close();
					else event.continuePropagation();
				}}
			/>
			<span role="status" className={styles.count}>
				{words.trim() === '' ? '' : countWords(matches.length, at)}
			</span>
			<IconButton label={message('command.find.previous')} command="find.previous" onPress={() => step(-1)}>
				<ChevronUp size={15} />
			</IconButton>
			<IconButton label={message('command.find.next')} command="find.next" onPress={() => step(1)}>
				<ChevronDown size={15} />
			</IconButton>
			<IconButton label={message('find.close')} onPress={close}>
				<X size={15} />
			</IconButton>
		</search>
	);
}

/** Brings the current match into view when it becomes that, and never later: the page belongs to the reader. */
function useMatchInSight({ root, dom }: AnnotatedText, current: Match | undefined, draw: FindBarProps['draw']): void {
	useEffect(() => {
		if (!current) return;
		draw(current.ordinal);
		dom.refresh();
		if (isInSight(root, dom, current)) return;
		scrollToPlace(root, dom, { ordinal: current.ordinal, offset: current.start });
		root.scrollTop -= root.clientHeight / 3;
	}, [current, draw, root, dom]);
}

function countWords(total: number, at: number): string {
	if (total === 0) return message('find.none');
	return message(total >= mostMatches ? 'find.count-more' : 'find.count', { at: at + 1, total });
}

/** The first match from where one is reading, else the first of all. */
function firstFrom(matches: readonly Match[]): number {
	const { ordinal } = useReader.getState().place;
	return Math.max(
		0,
		matches.findIndex((match) => match.ordinal >= ordinal),
	);
}

function useMatchMarks(text: AnnotatedText, matches: readonly Match[], current: Match | undefined): void {
	const spansOf = useMemo(() => {
		const byOrdinal = byPassage(matches);
		return (block: StoredBlock) => byOrdinal.get(block.ordinal) ?? [];
	}, [matches]);
	const currentSpan = useMemo(
		() => (block: StoredBlock) => (current?.ordinal === block.ordinal ? [current] : []),
		[current],
	);
	useTextHighlight(text, 'find-match', 9, spansOf);
	useTextHighlight(text, 'find-current', 11, currentSpan);
}

function byPassage(matches: readonly Match[]): Map<number, Match[]> {
	const groups = new Map<number, Match[]>();
	for (const match of matches) groups.set(match.ordinal, [...(groups.get(match.ordinal) ?? []), match]);
	return groups;
}

function isInSight(root: HTMLElement, dom: AnnotatedText['dom'], match: Match): boolean {
	const box = dom.rangeOf(match)?.getBoundingClientRect();
	const pane = root.getBoundingClientRect();
	return box !== undefined && box.top > pane.top + 60 && box.bottom < pane.bottom - 20;
}
