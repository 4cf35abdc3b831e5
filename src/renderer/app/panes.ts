import { useRouterState } from '@tanstack/react-router';
import { create } from 'zustand';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { useSlots } from '#renderer/ui/slots.tsx';
import type { MessageKey } from '#shared/messages/messages.ts';

declare module '@tanstack/react-router' {
	interface StaticDataRouteOption {
		/** What the place is called in the window's title; a record's text by the record alone. */
		title?: MessageKey;
		/** Whether the page fills the pane at the end, where there is room for it. */
		hasInspector?: boolean;
	}
}

/** Widths are pixels. */
export interface PaneLayout {
	navigationPx: number;
	inspectorPx: number;
	isNavigationOpen: boolean;
	isInspectorOpen: boolean;
}

export const firstLayout: PaneLayout = {
	navigationPx: 212,
	inspectorPx: 330,
	isNavigationOpen: true,
	isInspectorOpen: true,
};

/** How the side panes stand beside the work, remembered on this device. */
export function usePaneLayout(): [PaneLayout, (change: Partial<PaneLayout>) => void, boolean] {
	const [kept, keep, isLoaded] = useProfile<Partial<PaneLayout>>('panes', {});
	const layout = { ...firstLayout, ...kept };
	return [layout, (change) => keep({ ...layout, ...change }), isLoaded];
}

/** In a narrow window the panes are sheets: one at a time, and closed again when the window is left. */
export const useSheet = create<{ open: 'navigation' | 'inspector' | null }>(() => ({ open: null }));

/**
 * Whether there is something for the pane at the end. Where it stands beside the page that is known of the place, so
 * that both are drawn together; as a sheet it is offered when the page has filled it.
 */
export function useHasInspector(): boolean {
	const isNarrow = useMediaQuery(narrowWindow);
	const isOfPlace = useRouterState({
		select: ({ matches }) => matches.some(({ staticData }) => staticData.hasInspector),
	});
	const isFilled = useSlots(({ uses }) => isNarrow && (uses.inspector ?? 0) > 0);
	return isNarrow ? isFilled : isOfPlace;
}
