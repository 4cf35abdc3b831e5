import './word-choice.css';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { keyNameOf } from '#renderer/lib/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { partWithin, type TextPoint, textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import { isRightToLeft } from './use-word-choosing.ts';
import styles from './WordChooser.module.css';
import {
	type ChoosableText,
	changeRun,
	endChoosing,
	rangeOfRun,
	sayChosen,
	stepsIn,
	takeWords,
	turnRun,
	useWordChoice,
	type WordChoice,
} from './word-choice.ts';
import type { StepBy, StepUnit, WordRun } from './word-run.ts';

const highlightName = 'word-choice';

/** The bar in which words of a text are chosen by steps; it has the keyboard while they are. */
export function WordChooser({ text }: { text: ChoosableText }) {
	const choice = useWordChoice(({ choice: open }) => (open?.text.root === text.root ? open : null));
	return choice ? <OpenChooser text={text} choice={choice} /> : null;
}

interface OpenChooserProps {
	/** As it is drawn now. */
	text: ChoosableText;
	choice: WordChoice;
}

function OpenChooser({ text, choice }: OpenChooserProps) {
	const { run, taking, turn } = choice;
	const bar = useRef<HTMLDivElement>(null);
	const field = useRef<HTMLDivElement>(null);
	const keysId = useId();
	const range = rangeOfRun(text, run);
	// biome-ignore lint/correctness/useExhaustiveDependencies: whoever begins anew wants the keyboard there
	useEffect(() => field.current?.focus(), [turn]);
	useDrawnRun(text, run);
	useRunInSight(text, run.caret, bar);
	useCommand('annotation.words-end', () => turnRun());
	const turnKeys = keyNameOf('annotation.words-end');

	function press(event: KeyboardEvent): void {
		const next = runAfter(event, text, run);
		if (next) changeRun(next, event.shiftKey ? 'extended' : 'moved');
		else if (event.key === 'Enter') takeWords();
		else if (event.key === ' ') sayChosen(choice);
		else return;
		event.preventDefault();
	}
	function leave(event: KeyboardEvent): void {
		if (event.key !== 'Escape') return;
		event.preventDefault();
		endChoosing('left');
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape works on its buttons too, one of which does the same
		<div ref={bar} className={styles.bar} onKeyDown={leave}>
			{/* An application, so that screen readers leave the arrows to it. */}
			<div
				ref={field}
				role="application"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys
				tabIndex={0}
				aria-label={message('words.choose')}
				aria-describedby={keysId}
				className={styles.field}
				onKeyDown={press}
			>
				<q className={styles.words} dir="auto">
					{range ? textOfRange(text.blocks, range) : ''}
				</q>
			</div>
			<div className={styles.acts}>
				<Button variant="primary" onPress={takeWords}>
					{taking.label}
				</Button>
				<IconButton label={message('words.leave')} onPress={() => endChoosing('left')}>
					<X size={15} />
				</IconButton>
			</div>
			<p id={keysId} className={styles.keys}>
				{message('words.keys')}
				{turnKeys ? ` ${message('words.turn-keys', { keys: turnKeys })}` : null}
			</p>
		</div>
	);
}

/** Where a key leads; null for one that is no step. */
function runAfter({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent, text: ChoosableText, run: WordRun) {
	if (ctrlKey || metaKey || (altKey && !shiftKey)) return null;
	const steps = stepsIn(text);
	const by = directionOf(key, isRightToLeft(text, run.caret.ordinal));
	if (by === null) return null;
	const isAlong = key === 'ArrowLeft' || key === 'ArrowRight';
	if (!shiftKey) return isAlong ? steps.move(run, by) : steps.moveByPassage(run, by);
	const unit: StepUnit = isAlong ? (altKey ? 'letter' : 'word') : 'passage';
	return steps.extend(run, unit, by);
}

function directionOf(key: string, isMirrored: boolean): StepBy | null {
	if (key === 'ArrowDown') return 1;
	if (key === 'ArrowUp') return -1;
	if (key === 'ArrowRight') return isMirrored ? -1 : 1;
	if (key === 'ArrowLeft') return isMirrored ? 1 : -1;
	return null;
}

/** Draws the words as chosen. */
function useDrawnRun(text: ChoosableText, run: WordRun): void {
	const { dom, blocks, drawnCount } = text;
	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that more passages can be drawn on now
	useEffect(() => {
		const range = rangeOfRun(text, run);
		if (!range) return;
		const parts = blocks.slice(range.startOrdinal, range.endOrdinal + 1).flatMap((block) => {
			const part = partWithin(range, block);
			return part ? (dom.rangeOf({ ordinal: block.ordinal, ...part }) ?? []) : [];
		});
		const highlight = new Highlight(...parts);
		highlight.priority = 12;
		CSS.highlights.set(highlightName, highlight);
		return () => void CSS.highlights.delete(highlightName);
	}, [dom, blocks, drawnCount, run]);
}

const roomPx = 24;

/** Keeps the end that moves where one sees it, above the bar. */
function useRunInSight(
	{ root, dom, draw, drawnCount }: ChoosableText,
	{ ordinal, offset }: TextPoint,
	bar: React.RefObject<HTMLElement | null>,
): void {
	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that it may be there now
	useEffect(() => {
		draw(ordinal);
		const element = dom.elementOf(ordinal);
		if (!element) return;
		const start = Math.max(0, offset - 1);
		const boxNow = () => (dom.rangeOf({ ordinal, start, end: start + 1 }) ?? element).getBoundingClientRect();
		// What was left aside has no place of its own before it is laid out.
		if (boxNow().height === 0) element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
		const [box, pane] = [boxNow(), root.getBoundingClientRect()];
		const top = pane.top + roomPx;
		const bottom = Math.min(pane.bottom, bar.current?.getBoundingClientRect().top ?? pane.bottom) - roomPx;
		if (box.top < top) root.scrollTop += box.top - top - (bottom - top) / 3;
		else if (box.bottom > bottom) root.scrollTop += box.bottom - bottom + (bottom - top) / 3;
	}, [root, dom, draw, drawnCount, ordinal, offset, bar]);
}
