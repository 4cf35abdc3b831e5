import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { SidePane } from '#renderer/ui/SidePane.tsx';
import { DrawnSlots, SlotOutlet } from '#renderer/ui/slots.tsx';
import { message } from '#shared/messages/messages.ts';
import { Navigation } from './Navigation.tsx';
import styles from './Panes.module.css';
import { useHasInspector, usePaneLayout, useSheet } from './panes.ts';

/**
 * Navigation, work and inspector: side by side where there is room, otherwise the panes are sheets over the work. While one
 * reads undisturbed there is the work alone.
 */
export function Panes({ isQuiet, children }: { isQuiet: boolean; children: ReactNode }) {
	const isNarrow = useMediaQuery(narrowWindow);
	const [layout, change] = usePaneLayout();
	const hasInspector = useHasInspector();
	const sheet = useSheet(({ open }) => open);
	const place = useRouterState({ select: ({ location }) => location.pathname + location.searchStr });
	// biome-ignore lint/correctness/useExhaustiveDependencies: following a link from a sheet closes it
	useEffect(closeSheet, [place]);
	const navigation = !isQuiet && (isNarrow ? sheet === 'navigation' : layout.isNavigationOpen);
	const inspector = !isQuiet && hasInspector && (isNarrow ? sheet === 'inspector' : layout.isInspectorOpen);
	const drawn = useMemo(() => ({ navigation, inspector, status: !isQuiet }), [navigation, inspector, isQuiet]);

	return (
		<DrawnSlots value={drawn}>
			<Group orientation="horizontal" className={styles.group}>
				{!isNarrow && navigation ? (
					<>
						<WidePane
							id="navigation"
							widthPx={layout.navigationPx}
							onResize={(navigationPx) => change({ navigationPx })}
							minPx={160}
							maxPx={420}
						>
							<Navigation />
						</WidePane>
						<Separator className={styles.separator} aria-describedby="navigation-width" />
					</>
				) : null}
				<Panel id="work" minSize={280} className={styles.work}>
					<main id="main" tabIndex={-1} className={styles.main}>
						{children}
					</main>
				</Panel>
				{!isNarrow && inspector ? (
					<>
						<Separator className={styles.separator} aria-describedby="inspector-width" />
						<WidePane
							id="inspector"
							widthPx={layout.inspectorPx}
							onResize={(inspectorPx) => change({ inspectorPx })}
							minPx={240}
							maxPx={640}
						>
							<aside aria-label={message('pane.inspector')} className={styles.inspector}>
								<SlotOutlet name="inspector" className={styles.outlet} />
							</aside>
						</WidePane>
					</>
				) : null}
			</Group>
			<span hidden id="navigation-width">
				{message('pane.resize-navigation')}
			</span>
			<span hidden id="inspector-width">
				{message('pane.resize-inspector')}
			</span>
			<SidePane label={message('pane.navigation')} side="start" isOpen={isNarrow && navigation} onClose={closeSheet}>
				<Navigation />
			</SidePane>
			<SidePane label={message('pane.inspector')} side="end" isOpen={isNarrow && inspector} onClose={closeSheet}>
				<SlotOutlet name="inspector" className={styles.outlet} />
			</SidePane>
		</DrawnSlots>
	);
}

function closeSheet(): void {
	useSheet.setState({ open: null });
}

interface WidePaneProps {
	id: string;
	widthPx: number;
	minPx: number;
	maxPx: number;
	onResize(widthPx: number): void;
	children: ReactNode;
}

const restMs = 400;

/** A pane that keeps its pixels when the window grows, and tells its width once the hand rests. */
function WidePane({ id, widthPx, minPx, maxPx, onResize, children }: WidePaneProps) {
	const panel = usePanelRef();
	const shownPx = useRef(widthPx);
	const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(rest.current), []);
	useEffect(() => {
		// The profile answers after the first paint; a width that came from here is already shown.
		if (Math.abs(shownPx.current - widthPx) > 1) panel.current?.resize(widthPx);
	}, [widthPx, panel]);

	function settle(inPixels: number, isFirst: boolean): void {
		const rounded = Math.round(inPixels);
		if (isFirst || rounded === shownPx.current) return;
		shownPx.current = rounded;
		clearTimeout(rest.current);
		rest.current = setTimeout(() => onResize(rounded), restMs);
	}

	return (
		<Panel
			id={id}
			panelRef={panel}
			defaultSize={widthPx}
			minSize={minPx}
			maxSize={maxPx}
			groupResizeBehavior="preserve-pixel-size"
			onResize={({ inPixels }, _id, previous) => settle(inPixels, previous === undefined)}
			className={styles.pane}
		>
			{children}
		</Panel>
	);
}
