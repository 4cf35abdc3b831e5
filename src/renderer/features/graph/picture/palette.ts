import { type EdgeFamily, edgeFamilies, edgeStyles } from '#shared/graph/edge-styles.ts';
import { type MarkKind, nodeColours } from '#shared/graph/node-shapes.ts';

/** The theme's colours, as a canvas takes them. */
export interface Palette {
	paper: string;
	ink: string;
	chosen: string;
	font: string;
	nodes: Record<MarkKind, string>;
	edges: Record<EdgeFamily, string>;
}

/** In forced colours everything is drawn in the system's; forms and dashes tell it apart. */
export function readPalette(element: Element): Palette {
	const styles = getComputedStyle(element);
	const isForced = window.matchMedia('(forced-colors: active)').matches;
	const colour = (token: string) => (isForced ? 'CanvasText' : styles.getPropertyValue(token).trim());
	const kinds = Object.keys(nodeColours) as MarkKind[];
	return {
		paper: isForced ? 'Canvas' : colour('--paper'),
		ink: colour('--ink'),
		chosen: isForced ? 'Highlight' : colour('--accent'),
		font: styles.fontFamily,
		nodes: Object.fromEntries(kinds.map((kind) => [kind, colour(nodeColours[kind].token)])) as Palette['nodes'],
		edges: Object.fromEntries(
			edgeFamilies.map((family) => [family, colour(edgeStyles[family].token)]),
		) as Palette['edges'],
	};
}

/** Calls back when the theme or the system's colours change; gives the function that stops it. */
export function onPaletteChange(listener: () => void): () => void {
	const theme = new MutationObserver(listener);
	theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
	const forced = window.matchMedia('(forced-colors: active)');
	forced.addEventListener('change', listener);
	return () => {
		theme.disconnect();
		forced.removeEventListener('change', listener);
	};
}
