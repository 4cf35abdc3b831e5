import { type AnnotatedText, focusedOrdinal } from '#renderer/features/annotations/index.ts';
import { announcePassage, nextPassage, placeAtTop } from '#renderer/features/reader/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';

/** Moves by passage in the text that the keyboard is in. */
export function usePassageSteps(text: AnnotatedText, draw: (ordinal: number) => void, isActive: boolean): void {
	function move(by: 1 | -1): void {
		const focused = focusedOrdinal(text);
		const from = focused === null ? (placeAtTop(text.root, text.dom, 'passage')?.ordinal ?? 0) : focused + by;
		const ordinal = nextPassage(text, from, by);
		if (ordinal === null) return;
		draw(ordinal);
		const element = text.dom.elementOf(ordinal);
		element?.focus({ preventScroll: true });
		element?.scrollIntoView({ block: 'nearest' });
		announcePassage(text, ordinal);
	}
	useCommand('passage.next', () => move(1), isActive);
	useCommand('passage.previous', () => move(-1), isActive);
}
