import { type KeyboardEvent, useMemo, useState } from 'react';
import { useIsNoteless } from '#renderer/lib/archive-status.ts';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { isSelectAll } from '#renderer/lib/select-all.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';

/** What is chosen in the list, and which row has the keyboard. */
export interface AnnotationSelection {
	ids: ReadonlySet<AnnotationId>;
	currentId: AnnotationId | null;
	moveTo(id: AnnotationId | null): void;
	toggle(id: AnnotationId): void;
	/** Everything between the row that was chosen last and this one, in the order that is shown. */
	selectTo(id: AnnotationId, shown: readonly Annotation[]): void;
	selectAll(shown: readonly Annotation[]): void;
	clear(): void;
}

interface State {
	ids: ReadonlySet<AnnotationId>;
	currentId: AnnotationId | null;
	/** Where a range begins. */
	anchorId: AnnotationId | null;
}

const nothing: State = { ids: new Set(), currentId: null, anchorId: null };

export function useAnnotationSelection(): AnnotationSelection {
	const [state, setState] = useState(nothing);
	const { ids, currentId } = state;
	return useMemo(
		() => ({
			ids,
			currentId,
			moveTo: (id) => setState((known) => ({ ...known, currentId: id, anchorId: id })),
			toggle: (id) =>
				setState((known) => {
					const next = new Set(known.ids);
					if (!next.delete(id)) next.add(id);
					return { ids: next, currentId: id, anchorId: id };
				}),
			selectTo: (id, shown) =>
				setState(({ anchorId, ids: chosen }) => {
					const from = shown.findIndex((annotation) => annotation.id === (anchorId ?? id));
					const to = shown.findIndex((annotation) => annotation.id === id);
					const range = shown.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1);
					return {
						ids: new Set([...chosen, ...range.map((annotation) => annotation.id)]),
						currentId: id,
						anchorId: anchorId ?? id,
					};
				}),
			selectAll: (shown) => setState((known) => ({ ...known, ids: new Set(shown.map(({ id }) => id)) })),
			clear: () => setState((known) => ({ ...known, ids: new Set() })),
		}),
		[ids, currentId],
	);
}

interface ListKeys {
	annotations: readonly Annotation[];
	selection: AnnotationSelection;
	onOpen(annotation: Annotation): void;
	/** Takes away what is chosen. */
	onRemove(): void;
	/** Rows to go by Page Up and Page Down. */
	pageLength(): number;
}

/** The keys of the list: arrows with Shift, pages, ends, Space, Enter, Ctrl+A, Delete and Escape. */
export function useListKeys({ annotations, selection, onOpen, onRemove, pageLength }: ListKeys) {
	const isReadOnly = useIsNoteless();

	function move(event: KeyboardEvent, at: number): boolean {
		const target = positionAfter(event.key, at, { total: annotations.length, pageLength: pageLength() });
		const next = target === null ? undefined : annotations[target];
		if (!next) return false;
		if (event.shiftKey) selection.selectTo(next.id, annotations);
		else selection.moveTo(next.id);
		return true;
	}

	/** False when the key means nothing here. */
	function act(event: KeyboardEvent): boolean {
		const { key } = event;
		const at = annotations.findIndex(({ id }) => id === selection.currentId);
		const current = annotations[at];
		if (move(event, at)) return true;
		if (isSelectAll(event)) selection.selectAll(annotations);
		else if (key === 'Escape' && selection.ids.size > 0) selection.clear();
		else if (key === 'Delete' && !isReadOnly && selection.ids.size > 0) onRemove();
		else if (key === 'Enter' && current) onOpen(current);
		else if (key === ' ' && current) selection.toggle(current.id);
		else return false;
		return true;
	}

	return (event: KeyboardEvent): void => {
		if (act(event)) event.preventDefault();
	};
}
