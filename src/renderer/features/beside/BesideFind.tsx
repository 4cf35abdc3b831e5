import { useEffect, useMemo, useRef, useState } from 'react';
import { chooseFound } from '#renderer/features/annotations/index.ts';
import {
	FindControls,
	findWords,
	type Match,
	mostMatches,
	showMatch,
	useMatchSpans,
	useTextHighlight,
} from '#renderer/features/reader/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { type BesideSide, besideSides } from './chosen-words.ts';
import type { DrawnPair, DrawnText } from './drawn-text.ts';

interface BesideFindProps {
	texts: DrawnPair;
	/** Before a match is shown: the text it is in is about to move. */
	onShow(side: BesideSide): void;
	/** What is found in either text; nothing once the bar is closed. */
	onFound(found: Finds): void;
}

export type Finds = Readonly<Record<BesideSide, readonly Match[]>>;

export const nothingFound: Finds = { first: [], second: [] };

/** Find in both texts at once: every match is marked, the current one shown, the left text's before the right one's. */
export function BesideFind(props: BesideFindProps) {
	const [isOpen, setIsOpen] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	useCommand('find.open', () => {
		setIsOpen(true);
		input.current?.select();
	});
	return isOpen ? <OpenFind {...props} input={input} onClose={() => setIsOpen(false)} /> : null;
}

interface OpenFindProps extends BesideFindProps {
	input: React.RefObject<HTMLInputElement | null>;
	onClose(): void;
}

interface SidedMatch {
	side: BesideSide;
	match: Match;
}

function OpenFind({ texts, input, onShow, onFound, onClose }: OpenFindProps) {
	const { first, second } = texts;
	const [words, setWords] = useState('');
	const [at, setAt] = useState(0);
	const [blocks, otherBlocks] = [first.blocks, second.blocks];
	const inFirst = useMemo(() => findWords(blocks, words), [blocks, words]);
	const inSecond = useMemo(() => findWords(otherBlocks, words), [otherBlocks, words]);
	const matches = useMemo<SidedMatch[]>(
		() => [
			...inFirst.map((match) => ({ side: 'first' as const, match })),
			...inSecond.map((match) => ({ side: 'second' as const, match })),
		],
		[inFirst, inSecond],
	);
	useEffect(() => onFound({ first: inFirst, second: inSecond }), [onFound, inFirst, inSecond]);
	useEffect(() => () => onFound(nothingFound), [onFound]);
	const current = matches[at];
	const latest = useRef({ texts, onShow });
	latest.current = { texts, onShow };
	useEffect(() => {
		if (!current) return;
		const now = latest.current;
		now.onShow(current.side);
		showMatch(now.texts[current.side], current.match);
	}, [current]);

	return (
		<>
			{besideSides.map((side) => (
				<SideMarks
					key={side}
					side={side}
					text={texts[side]}
					matches={side === 'first' ? inFirst : inSecond}
					current={current?.side === side ? current.match : undefined}
				/>
			))}
			<FindControls
				input={input}
				words={words}
				status={words.trim() === '' ? '' : status(at, inFirst.length, inSecond.length)}
				hasMatches={matches.length > 0}
				onType={(value) => {
					setWords(value);
					setAt(0);
				}}
				onStep={(by) => matches.length > 0 && setAt((at + by + matches.length) % matches.length)}
				onChoose={() => current && chooseFound(texts[current.side], current.match)}
				onClose={() => {
					onClose();
					if (current) texts[current.side].dom.elementOf(current.match.ordinal)?.focus({ preventScroll: true });
				}}
			/>
		</>
	);
}

interface SideMarksProps {
	side: BesideSide;
	text: DrawnText;
	matches: readonly Match[];
	current: Match | undefined;
}

function SideMarks({ side, text, matches, current }: SideMarksProps) {
	const spans = useMatchSpans(matches, current);
	useTextHighlight(text, `beside-match-${side}`, 9, spans.all);
	useTextHighlight(text, `beside-current-${side}`, 11, spans.current);
	return null;
}

function status(at: number, first: number, second: number): string {
	if (first + second === 0) return message('find.none');
	const isMore = first >= mostMatches || second >= mostMatches;
	return message(isMore ? 'find.count-more' : 'beside.found', { at: at + 1, total: first + second, first, second });
}
