import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { SidePane } from '#renderer/ui/SidePane.tsx';
import { DrawnSlots, SlotOutlet } from '#renderer/ui/slots.tsx';
import { message } from '#shared/messages/messages.ts';
import { Navigation } from './Navigation.tsx';
import styles from './Panes.module.css';
import { useHasInspector, usePaneLayout, useSheet } from './panes.ts';
import { WidePane } from './WidePane.tsx';

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
			<div className={styles.panes}>
				{!isNarrow && navigation ? (
					<WidePane
						side="start"
						edgeLabel={message('pane.resize-navigation')}
						widthPx={layout.navigationPx}
						onResize={(navigationPx) => change({ navigationPx })}
						minPx={160}
						maxPx={420}
					>
						<Navigation />
					</WidePane>
				) : null}
				<main id="main" tabIndex={-1} className={styles.main}>
					{children}
				</main>
				{!isNarrow && inspector ? (
					<WidePane
						side="end"
						edgeLabel={message('pane.resize-inspector')}
						widthPx={layout.inspectorPx}
						onResize={(inspectorPx) => change({ inspectorPx })}
						minPx={240}
						maxPx={640}
					>
						<aside aria-label={message('pane.inspector')} className={styles.inspector}>
							<SlotOutlet name="inspector" className={styles.outlet} />
						</aside>
					</WidePane>
				) : null}
			</div>
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
