import { useEffect, useRef } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { focusedOrdinal } from '../annotated-text.ts';
import { useAnnotationsView } from '../annotations-store.ts';
import { useSelectionWithin } from '../use-text-selection.ts';
import {
	type ChoosableText,
	chooseWords,
	dropChoice,
	firstRun,
	openForChoosing,
	stepsIn,
	stretchOn,
	type Taking,
	useWordChoice,
} from './word-choice.ts';
import { runOver, type WordRun } from './word-run.ts';

/**
 * Lets words of a text be chosen without a pointer: by the command, or with Shift and an arrow at a passage that the
 * keyboard came to. Asked again, it goes on to the next words that were found on the passage. Words that something beside the
 * text asked for may be selected with the mouse as well.
 */
export function useWordChoosing(text: ChoosableText, taking: Taking, isActive = true): void {
	const latest = useRef({ text, taking });
	latest.current = { text, taking };
	useEffect(() => openForChoosing(text, taking), [text, taking]);

	useCommand(
		'annotation.words',
		() => chooseWords(text, nextFound(text) ?? selectedRun(text) ?? firstRun(text), askedTaking(text) ?? taking),
		isActive,
	);

	const { root } = text;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const { text: now, taking: then } = latest.current;
			const isArrow = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
			if (!isArrow || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
			const ordinal = focusedOrdinal(now);
			// After a click, Shift and an arrow select letter by letter, as everywhere.
			if (ordinal === null || !document.activeElement?.matches(':focus-visible')) return;
			if (document.getSelection()?.isCollapsed === false) return;
			event.preventDefault();
			const isOn = (event.key === 'ArrowRight') !== isRightToLeft(now, ordinal);
			chooseWords(now, isOn ? firstRun(now) : stepsIn(now).last(ordinal), askedTaking(now) ?? then);
		};
		// The keyboard is the person's; only what was asked for, as by a card, waits for its words.
		const come = () => {
			if (!askedTaking(latest.current.text)) dropChoice();
		};
		root.addEventListener('keydown', press);
		root.addEventListener('pointerdown', come);
		root.addEventListener('focusin', come);
		return () => {
			if (useWordChoice.getState().choice?.text.root === root) dropChoice();
			root.removeEventListener('keydown', press);
			root.removeEventListener('pointerdown', come);
			root.removeEventListener('focusin', come);
		};
	}, [root]);
	useSelectionWithin(text, (selection) => {
		const asked = askedTaking(text);
		if (selection && asked) chooseWords(text, runOver(selection), asked);
	});
}

/** What becomes of words that were asked for from elsewhere, while they are being chosen. */
function askedTaking({ root }: ChoosableText): Taking | null {
	const { choice } = useWordChoice.getState();
	return choice?.text.root === root && choice.taking.from ? choice.taking : null;
}

export function isRightToLeft({ dom }: ChoosableText, ordinal: number): boolean {
	const element = dom.elementOf(ordinal);
	return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** While words are chosen: what was found next on the same passage, the first again after the last. */
function nextFound(text: ChoosableText): WordRun | null {
	const { choice } = useWordChoice.getState();
	if (choice?.text.root !== text.root || focusedOrdinal(text) !== null) return null;
	const { ordinal } = choice.run.anchor.start;
	const block = text.blocks[ordinal];
	const found = block ? [...text.foundOn(block)].toSorted((a, b) => a.start - b.start) : [];
	const next = found.find(({ start }) => start > choice.run.anchor.start.offset) ?? found[0];
	return next ? runOver(stretchOn(ordinal, next)) : choice.run;
}

/** What is selected by other means, to be chosen more exactly. */
function selectedRun({ root }: ChoosableText): WordRun | null {
	const { selection } = useAnnotationsView.getState();
	return selection?.root === root ? runOver({ start: selection.start, end: selection.end }) : null;
}
