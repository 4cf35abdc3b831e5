import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import {
	type AnnotatedText,
	focusedOrdinal,
	focusSelectionBar,
	openPassageMenu,
} from '#renderer/features/annotations/index.ts';
import { announce } from '#renderer/lib/announcements.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { isPassage } from '#shared/domain/block.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import { useReader } from './reader-store.ts';
import { scrollToPlace } from './text/place-on-page.ts';

/** Moving by passage, acting on the passage that has the focus, and going back after a jump. */
export function usePassageKeys(
	text: AnnotatedText,
	draw: (ordinal: number) => void,
	noteCountOf: (ordinal: number) => number,
): void {
	const { history } = useRouter();
	const returnTo = useReader((view) => view.returnTo);
	const { root } = text;
	const lastOrdinal = useRef<number | null>(null);

	function move(by: 1 | -1): void {
		// From a note that was written on the passage, the way goes on from that passage.
		const focused = focusedOrdinal(text) ?? (isInView(text, lastOrdinal.current) ? lastOrdinal.current : null);
		const from = focused === null ? useReader.getState().place.ordinal : focused + by;
		const ordinal = nextPassage(text, from, by);
		if (ordinal === null) return;
		lastOrdinal.current = ordinal;
		draw(ordinal);
		const element = text.dom.elementOf(ordinal);
		element?.focus({ preventScroll: true });
		element?.scrollIntoView({ block: 'nearest' });
		announcePassage(text, ordinal, noteCountOf(ordinal));
	}
	useCommand('passage.next', () => move(1));
	useCommand('passage.previous', () => move(-1));
	useCommand(
		'passage.return',
		() => {
			useReader.setState({ returnTo: null });
			if (returnTo === 'back') history.back();
			else if (returnTo) goBackTo(text, draw, returnTo);
		},
		returnTo !== null,
	);

	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (event.key !== 'Enter' || event.defaultPrevented) return;
			const ordinal = Number((event.target as HTMLElement).dataset.ordinal ?? Number.NaN);
			if (Number.isNaN(ordinal)) return;
			event.preventDefault();
			if (!focusSelectionBar()) openPassageMenu(ordinal);
		};
		root.addEventListener('keydown', press);
		return () => root.removeEventListener('keydown', press);
	}, [root]);
}

function goBackTo({ root, dom }: AnnotatedText, draw: (ordinal: number) => void, place: TextPoint): void {
	draw(place.ordinal);
	scrollToPlace(root, dom, place);
}

function isInView({ dom, root }: AnnotatedText, ordinal: number | null): boolean {
	const passage = ordinal === null ? null : dom.elementOf(ordinal)?.getBoundingClientRect();
	const page = root.getBoundingClientRect();
	return passage !== null && passage !== undefined && passage.bottom > page.top && passage.top < page.bottom;
}

/** The first passage from an ordinal on, or back; null where there is none. */
export function nextPassage({ blocks }: Pick<AnnotatedText, 'blocks'>, from: number, by: 1 | -1): number | null {
	for (let ordinal = from; ordinal >= 0 && ordinal < blocks.length; ordinal += by) {
		const block = blocks[ordinal];
		if (block && isPassage(block)) return ordinal;
	}
	return null;
}

/** Tells screen readers which passage was gone to: its words they say themselves. */
export function announcePassage({ blocks }: Pick<AnnotatedText, 'blocks'>, ordinal: number, noteCount = 0): void {
	const number = blocks[ordinal]?.number;
	const place = number ? message('reader.passage', { number }) : message('reader.heading');
	announce(noteCount > 0 ? `${place}, ${message('reader.note-count', { count: noteCount })}` : place);
}
