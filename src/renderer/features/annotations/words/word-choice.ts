import { create } from 'zustand';
import { announce } from '#renderer/lib/announcements.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { narrowWindow } from '#renderer/lib/media-query.ts';
import { passageKeysSaid } from '#renderer/lib/shortcuts.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { comparePoints, endOf, startOf, textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import { type AnnotatedText, focusedOrdinal } from '../annotated-text.ts';
import { isInspectorOpen } from '../annotations-store.ts';
import { rangeToMark } from '../selection-range.ts';
import {
	createRunSteps,
	isForward,
	type RunSteps,
	runOver,
	type Stretch,
	stretchOfRun,
	type WordRun,
} from './word-run.ts';

/** A text whose words can be chosen step by step. */
export interface ChoosableText extends AnnotatedText {
	/** Draws a passage now, if it is not drawn yet. */
	draw(ordinal: number): void;
	/** The passage at the top of the page. */
	topOrdinal(): number;
	/** What was found on a passage: choosing begins there. */
	foundOn(block: StoredBlock): readonly { start: number; end: number }[];
}

/** What becomes of the words. */
export interface Taking {
	/** Of the button that takes them. */
	label: string;
	take(range: TextRange): void;
	/** What has the keyboard again when nothing was taken; else the passage that the words are on. */
	from?: HTMLElement | null;
}

export interface WordChoice {
	text: ChoosableText;
	run: WordRun;
	taking: Taking;
	/** Another one whenever choosing begins anew, which is when the bar takes the keyboard. */
	turn: number;
}

/** The words that are being chosen in this window; null while none are. */
export const useWordChoice = create<{ choice: WordChoice | null }>(() => ({ choice: null }));

/** By what they stand in, so that two texts beside each other are told apart; with what becomes of words by themselves. */
const openTexts = new Map<HTMLElement, { text: ChoosableText; taking: Taking }>();

/** Makes the words of a text choosable for what stands around it, until the returned function is called. */
export function openForChoosing(text: ChoosableText, taking: Taking): () => void {
	const entry = { text, taking };
	openTexts.set(text.root, entry);
	return () => {
		if (openTexts.get(text.root) === entry) openTexts.delete(text.root);
	};
}

/** Begins with words that were found in a text. */
export function chooseFound(
	{ root }: Pick<AnnotatedText, 'root'>,
	place: { ordinal: number; start: number; end: number },
) {
	const entry = openTexts.get(root);
	if (entry) chooseWords(entry.text, runOver(stretchOn(place.ordinal, place)), entry.taking);
}

let steps: { blocks: readonly StoredBlock[]; of: RunSteps } | null = null;

export function stepsIn({ blocks }: Pick<AnnotatedText, 'blocks'>): RunSteps {
	if (steps?.blocks !== blocks) steps = { blocks, of: createRunSteps(blocks) };
	return steps.of;
}

/** Begins with these words; where there are none, or the text is not shown beside its pages, it says what else can be done. */
export function chooseWords(text: ChoosableText, run: WordRun | null, taking: Taking): void {
	if (!run || text.root.closest('[inert]')) {
		showToast(message('annotations.nothing-selected', passageKeysSaid()));
		return;
	}
	// What is selected stays chosen, and would be seen twice.
	document.getSelection()?.removeAllRanges();
	useWordChoice.setState(({ choice }) => ({ choice: { text, run, taking, turn: (choice?.turn ?? 0) + 1 } }));
	announce(wordsOf(text, run));
}

/** The run with which choosing begins: what was found on the passage that has the keyboard, else its first word. */
export function firstRun(text: ChoosableText): WordRun | null {
	const ordinal = focusedOrdinal(text) ?? text.topOrdinal();
	const block = text.blocks[ordinal];
	const [found] = block ? text.foundOn(block) : [];
	return found ? runOver(stretchOn(ordinal, found)) : stepsIn(text).first(ordinal);
}

export function stretchOn(ordinal: number, { start, end }: { start: number; end: number }): Stretch {
	return { start: { ordinal, offset: start }, end: { ordinal, offset: end } };
}

/**
 * Lets a person choose words of an edition that is on the page, beginning with a guess where there is one: for what stands
 * beside the text. A pane that lies over the text goes out of the way.
 */
export function chooseWordsOf(editionId: EditionId, guess: TextRange | null, taking: Taking): void {
	const text = [...openTexts.values()].find((each) => each.text.editionId === editionId)?.text;
	if (!text) return;
	if (matchMedia(narrowWindow).matches && isInspectorOpen()) runCommand('pane.inspector');
	if (text.root.closest('[inert]')) runCommand('page.view');
	// A sheet that closes gives the keyboard back first.
	requestAnimationFrame(() =>
		requestAnimationFrame(() => {
			const run = guess
				? runOver({ start: startOf(guess), end: endOf(guess) })
				: stepsIn(text).first(text.topOrdinal());
			chooseWords(text, run, taking);
		}),
	);
}

/** Another run in place of the present one; screen readers hear what came and what went. */
export function changeRun(run: WordRun, how: 'moved' | 'extended'): void {
	const { choice } = useWordChoice.getState();
	if (!choice) return;
	useWordChoice.setState({ choice: { ...choice, run } });
	announce(how === 'moved' ? wordsOf(choice.text, run) : changeOf(choice, run));
}

/** Lets the other end move from now on. */
export function turnRun(): void {
	const { choice } = useWordChoice.getState();
	if (!choice) return;
	const run = stepsIn(choice.text).turn(choice.run);
	useWordChoice.setState({ choice: { ...choice, run } });
	announce(message(isForward(run) ? 'words.end-moves' : 'words.start-moves'));
}

/** Says all of the words. */
export function sayChosen({ text, run }: WordChoice): void {
	const range = rangeOfRun(text, run);
	if (range) announce(message('words.chosen', { words: textOfRange(text.blocks, range) }));
}

/** What is chosen, without white space at its ends. */
export function rangeOfRun({ blocks, editionId }: AnnotatedText, run: WordRun): TextRange | null {
	const { start, end } = stretchOfRun(run);
	return rangeToMark(blocks, editionId, start, end);
}

/** The words that are being chosen in a text; null where none are. */
export function rangeBeingChosen({ root }: Pick<AnnotatedText, 'root'>): TextRange | null {
	const { choice } = useWordChoice.getState();
	return choice?.text.root === root ? rangeOfRun(choice.text, choice.run) : null;
}

/** Gives the words to whoever asked for them; false where none are being chosen. */
export function takeWords(): boolean {
	const { choice } = useWordChoice.getState();
	const range = choice && rangeOfRun(choice.text, choice.run);
	if (choice && range) choice.taking.take(range);
	return choice !== null;
}

/** Ends choosing; the keyboard goes on at the passage, or where it came from when nothing was taken. */
export function endChoosing(outcome: 'taken' | 'left' = 'taken'): void {
	const { choice } = useWordChoice.getState();
	if (!choice) return;
	useWordChoice.setState({ choice: null });
	const from = outcome === 'left' && choice.taking.from?.isConnected ? choice.taking.from : null;
	(from ?? choice.text.dom.elementOf(choice.run.caret.ordinal))?.focus({ preventScroll: true });
}

/** For when the person went to the text by other means, or the text is left: the keyboard is not moved. */
export function dropChoice(): void {
	useWordChoice.setState({ choice: null });
}

/** As many of them as one listens to. */
function wordsOf(text: AnnotatedText, run: WordRun): string {
	const range = rangeOfRun(text, run);
	return range ? firstWords(textOfRange(text.blocks, range)) : '';
}

/** The words that are chosen now and were not, or the other way round. */
function changeOf({ text, run: before }: WordChoice, run: WordRun): string {
	const [old, now] = [stretchOfRun(before), stretchOfRun(run)];
	const grown = differenceOf(now, old);
	const shrunk = differenceOf(old, now);
	const between = (stretch: Stretch | null) =>
		stretch ? firstWords(wordsOf(text, runOver(stretch)) || textBetween(text, stretch)) : '';
	if (grown) return message('words.added', { words: between(grown) });
	if (shrunk) return message('words.removed', { words: between(shrunk) });
	return message('words.no-more');
}

/** What of `one` lies outside of `other`, where they share an end. */
function differenceOf(one: Stretch, other: Stretch): Stretch | null {
	if (comparePoints(one.end, other.end) > 0) return { start: other.end, end: one.end };
	if (comparePoints(one.start, other.start) < 0) return { start: one.start, end: other.start };
	return null;
}

function textBetween({ blocks, editionId }: AnnotatedText, { start, end }: Stretch): string {
	return textOfRange(blocks, {
		editionId,
		startOrdinal: start.ordinal,
		startOffset: start.offset,
		endOrdinal: end.ordinal,
		endOffset: end.offset,
	});
}
