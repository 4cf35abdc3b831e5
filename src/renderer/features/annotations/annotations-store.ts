import { create } from 'zustand';
import { runCommand } from '#renderer/lib/commands.ts';
import type { MenuPoint } from '#renderer/ui/context-menu.ts';
import { useSlots } from '#renderer/ui/slots.tsx';
import type { Purpose, TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';

/** The words that are selected now, as places in the text and as the browser has them. */
export interface TextSelection {
	start: TextPoint;
	end: TextPoint;
	domRange: Range;
	/** What the words stand in, and scroll with. */
	root: HTMLElement;
}

/** A mark that was asked for and that the archive does not have yet. */
export interface AwaitedMark {
	id: AnnotationId;
	purpose: Purpose;
	range: TextRange;
}

interface AnnotationsView {
	/** The card that the person is at; its words are lit. */
	activeId: AnnotationId | null;
	/** What the pointer is over, on the text or on a card. */
	hoveredId: AnnotationId | null;
	/** The card that the keyboard focus should go to, once it is there. */
	cardToFocusId: AnnotationId | null;
	/** The card that is being written in. */
	editingId: AnnotationId | null;
	/** The card on which a person says that the place of its words in this text is another one. */
	correctedId: AnnotationId | null;
	/** Null while nothing of the text is selected. */
	selection: TextSelection | null;
	/** The passage whose menu is open, by its ordinal. */
	menuOrdinal: number | null;
	/** Where that menu is of chosen words, and not of the whole passage. */
	menuRange: TextRange | null;
	/** Where it was asked for; null where it stands at its passage. */
	menuAt: MenuPoint | null;
	/** Drawn on the text already, and nowhere else: no list and no card speaks of what is not on disk. */
	awaitedMarks: readonly AwaitedMark[];
	/** How many notes stand on each passage of the text that is shown. */
	noteCounts: ReadonlyMap<number, number>;
}

const nothing: AnnotationsView = {
	activeId: null,
	hoveredId: null,
	cardToFocusId: null,
	editingId: null,
	correctedId: null,
	selection: null,
	menuOrdinal: null,
	menuRange: null,
	menuAt: null,
	awaitedMarks: [],
	noteCounts: new Map(),
};

/** What this window is doing with annotations. Archive data is never in here. */
export const useAnnotationsView = create<AnnotationsView>(() => nothing);

/** For when a text is left. */
export function forgetView(): void {
	useAnnotationsView.setState(nothing);
}

export function drawAwaited(mark: AwaitedMark): void {
	useAnnotationsView.setState(({ awaitedMarks }) => ({ awaitedMarks: [...awaitedMarks, mark] }));
}

/** For when the archive has answered: the list has the annotation now, or there is none. */
export function endAwaiting(id: AnnotationId): void {
	const { awaitedMarks } = useAnnotationsView.getState();
	if (awaitedMarks.length === 0) return;
	useAnnotationsView.setState({ awaitedMarks: awaitedMarks.filter((mark) => mark.id !== id) });
}

export function activate(activeId: AnnotationId | null): void {
	useAnnotationsView.setState({ activeId });
}

export function hover(hoveredId: AnnotationId | null): void {
	if (useAnnotationsView.getState().hoveredId !== hoveredId) useAnnotationsView.setState({ hoveredId });
}

/** Goes to the card of an annotation, opening the pane it is in where that is closed. */
export function showCard(id: AnnotationId): void {
	openInspector();
	useAnnotationsView.setState({ activeId: id, cardToFocusId: id });
}

export function startEditing(id: AnnotationId): void {
	openInspector();
	useAnnotationsView.setState({ editingId: id, activeId: id });
}

/** Asks on the card of an annotation where its words are. */
export function correctPlace(correctedId: AnnotationId): void {
	useAnnotationsView.setState({ correctedId, activeId: correctedId });
}

export function endCorrecting(): void {
	useAnnotationsView.setState({ correctedId: null });
}

function openInspector(): void {
	if (!isInspectorOpen()) runCommand('pane.inspector');
}

export function isInspectorOpen(): boolean {
	return useSlots.getState().placed.inspector ?? false;
}

export function stopEditing(id: AnnotationId): void {
	if (useAnnotationsView.getState().editingId === id) useAnnotationsView.setState({ editingId: null });
}

/** The card that has to be shown now, because it is being written in or was asked for; null when none has. */
export function useWantedCard(): AnnotationId | null {
	return useAnnotationsView(({ cardToFocusId, editingId }) => cardToFocusId ?? editingId);
}

/** The annotation that is pointed at, on the text, on a page or among the cards; else the one that was come to last. */
export function useLitAnnotation(): AnnotationId | null {
	return useAnnotationsView(({ hoveredId, activeId }) => hoveredId ?? activeId);
}

/** How many notes stand on the passage. */
export function useNoteCount(ordinal: number): number {
	return useAnnotationsView(({ noteCounts }) => noteCounts.get(ordinal) ?? 0);
}

/** Opens the menu of what can be done with a passage. */
export function openPassageMenu(menuOrdinal: number, menuAt: MenuPoint | null = null): void {
	useAnnotationsView.setState({ menuOrdinal, menuRange: null, menuAt });
}

/** Opens the menu of what can be done with words. */
export function openWordsMenu(menuRange: TextRange, menuAt: MenuPoint | null = null): void {
	useAnnotationsView.setState({ menuOrdinal: menuRange.endOrdinal, menuRange, menuAt });
}

/** The same as `useNoteCount`, for one moment. */
export function noteCountOf(ordinal: number): number {
	return useAnnotationsView.getState().noteCounts.get(ordinal) ?? 0;
}
