import { useEffect, useMemo } from 'react';
import { type AnnotatedText, focusedOrdinal } from '#renderer/features/annotations/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { useReader } from '../reader-store.ts';
import { playFrom, useRecording } from './recording-store.ts';
import { passageAt, type SpokenPassage, spokenPassages } from './spoken-passage.ts';

/** On the element of the passage that is being spoken. */
const spokenAttribute = 'data-spoken';

interface Spoken {
	text: AnnotatedText | null;
	blocks: readonly StoredBlock[];
	draw(ordinal: number): void;
}

/**
 * Marks the passage that is being spoken, and keeps it in sight while it is played; plays from a passage when its time or
 * its key is pressed.
 */
export function useSpokenPassage({ text, blocks, draw }: Spoken): void {
	const passages = useMemo(() => spokenPassages(blocks), [blocks]);
	useEffect(() => (text && passages.length > 0 ? markSpoken(text, passages, draw) : undefined), [text, passages, draw]);

	useEffect(() => {
		if (!text) return;
		const click = ({ target }: MouseEvent) => {
			const button = target instanceof Element ? target.closest<HTMLElement>('button[data-plays-from]') : null;
			if (button) playFrom(Number(button.dataset.playsFrom));
		};
		text.root.addEventListener('click', click);
		return () => text.root.removeEventListener('click', click);
	}, [text]);

	const hasTimes = passages.length > 0;
	useCommand(
		'recording.from-passage',
		() => {
			const ordinal = (text && focusedOrdinal(text)) ?? useReader.getState().place.ordinal;
			const time = startFrom(blocks, ordinal);
			if (time !== null) playFrom(time);
		},
		text !== null && hasTimes,
	);
}

/** Marks whichever passage is spoken; gives the function that ends it. */
function markSpoken(
	{ root, dom }: AnnotatedText,
	passages: readonly SpokenPassage[],
	draw: Spoken['draw'],
): () => void {
	let shown: Element | null = null;
	const mark = (element: Element | null) => {
		shown?.removeAttribute(spokenAttribute);
		element?.setAttribute(spokenAttribute, '');
		shown = element;
	};
	const show = ({ currentMs, isPlaying, isFollowing }: ReturnType<typeof useRecording.getState>) => {
		const spoken = currentMs === 0 && !isPlaying ? null : passageAt(passages, currentMs);
		const isFollowed = isPlaying && isFollowing;
		if (spoken && isFollowed && !dom.elementOf(spoken.ordinal)) {
			draw(spoken.ordinal);
		}
		const element = (spoken && dom.elementOf(spoken.ordinal)) ?? null;
		// Subtle: an element that was drawn anew has lost the mark.
		if (element === shown && element?.hasAttribute(spokenAttribute) !== false) return;
		mark(element);
		if (element && isFollowed && !isWellInView(element, root)) element.scrollIntoView({ block: 'center' });
	};
	show(useRecording.getState());
	const stop = useRecording.subscribe(show);
	return () => {
		stop();
		mark(null);
	};
}

/** When a passage is spoken; of one without a time, when the first after it that has one is. */
function startFrom(blocks: readonly StoredBlock[], ordinal: number): number | null {
	return blocks.find((block) => block.ordinal >= ordinal && block.time)?.time?.startMs ?? null;
}

/** Not at the very edge, where the next line would be out of sight. */
function isWellInView(element: Element, root: Element): boolean {
	const [box, page] = [element.getBoundingClientRect(), root.getBoundingClientRect()];
	return box.top > page.top + page.height * 0.08 && box.bottom < page.bottom - page.height * 0.2;
}
