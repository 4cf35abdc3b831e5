import { useEffect, useMemo, useRef, useState } from 'react';
import { type AnnotatedText, chooseFound } from '#renderer/features/annotations/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { rememberPlace, useReader } from '../reader-store.ts';
import { useTextHighlight } from '../text/use-text-highlight.ts';
import { FindControls } from './FindControls.tsx';
import { findWords, type Match, mostMatches } from './find-words.ts';
import { useMatchSpans } from './match-spans.ts';
import { showMatch } from './show-match.ts';

interface FindBarProps {
	text: AnnotatedText;
	draw(ordinal: number): void;
}

/** Find in this document: every match is marked, the current one shown. */
export function FindBar({ text, draw }: FindBarProps) {
	const isOpen = useReader((view) => view.isFindOpen);
	const input = useRef<HTMLInputElement>(null);
	useCommand('find.open', () => {
		if (!isOpen) rememberPlace();
		useReader.setState({ isFindOpen: true });
		input.current?.select();
	});
	return isOpen ? <OpenBar text={text} draw={draw} input={input} /> : null;
}

const none: readonly Match[] = [];

interface OpenBarProps extends FindBarProps {
	input: React.RefObject<HTMLInputElement | null>;
}

function OpenBar({ text, draw, input }: OpenBarProps) {
	const [words, setWords] = useState('');
	/** The match that was stepped to; null for the first from where one is reading. */
	const [stepped, stepTo] = useState<number | null>(null);
	const { blocks, isWhole } = text;
	const matches = useMemo(() => (isWhole ? findWords(blocks, words) : none), [blocks, isWhole, words]);
	const first = useMemo(() => firstFrom(matches), [matches]);
	const at = stepped ?? first;
	const current = matches[at];
	const status = isWhole ? countWords(matches.length, at) : message('place.loading');
	const spans = useMatchSpans(matches, current);
	useTextHighlight(text, 'find-match', 9, spans.all);
	useTextHighlight(text, 'find-current', 11, spans.current);
	useEffect(() => useReader.setState({ finds: matches }), [matches]);
	useEffect(() => () => useReader.setState({ finds: [] }), []);
	useEffect(() => useReader.setState({ currentFind: current ?? null }), [current]);
	const { root, dom } = text;
	useEffect(() => {
		// When it becomes the current one, and never later: the page belongs to the reader.
		if (current) showMatch({ root, dom, draw }, current);
	}, [current, draw, root, dom]);

	return (
		<FindControls
			input={input}
			words={words}
			status={words.trim() === '' ? '' : status}
			hasMatches={matches.length > 0}
			onType={(value) => {
				setWords(value);
				stepTo(null);
			}}
			onStep={(by) => matches.length > 0 && stepTo((at + by + matches.length) % matches.length)}
			onChoose={() => current && chooseFound(text, current)}
			onClose={() => {
				useReader.setState({ isFindOpen: false });
				if (current) text.dom.elementOf(current.ordinal)?.focus({ preventScroll: true });
			}}
		/>
	);
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
