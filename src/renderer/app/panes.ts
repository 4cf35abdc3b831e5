import { create } from 'zustand';
import { useProfile } from '#renderer/lib/profile.ts';

/** Widths are pixels. */
export interface PaneLayout {
	navigationPx: number;
	inspectorPx: number;
	isNavigationOpen: boolean;
	isInspectorOpen: boolean;
}

export const firstLayout: PaneLayout = {
	navigationPx: 196,
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
