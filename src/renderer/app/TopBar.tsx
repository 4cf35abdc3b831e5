import { Menu as MenuIcon, PanelRight } from 'lucide-react';
import { ReadingSettingsButton } from '#renderer/features/reader/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { message } from '#shared/messages/messages.ts';
import { ArchiveMenu } from './ArchiveMenu.tsx';
import { OfflinePill } from './OfflinePill.tsx';
import { useHasInspector, usePaneLayout } from './panes.ts';
import { SearchBox } from './SearchBox.tsx';
import styles from './TopBar.module.css';

export function TopBar() {
	const isNarrow = useMediaQuery(narrowWindow);
	const [{ isNavigationOpen, isInspectorOpen }] = usePaneLayout();
	const hasInspector = useHasInspector();
	return (
		<header className={styles.bar}>
			<div className={styles.start}>
				{isNarrow || !isNavigationOpen ? (
					<IconButton
						label={message('pane.navigation')}
						command="pane.navigation"
						onPress={() => runCommand('pane.navigation')}
					>
						<MenuIcon size={16} />
					</IconButton>
				) : null}
				<span className={styles.brand}>{message('app.name')}</span>
				<ArchiveMenu />
			</div>
			<SearchBox />
			<div className={styles.end}>
				<span data-tour="offline">
					<OfflinePill />
				</span>
				<ReadingSettingsButton />
				{hasInspector && (isNarrow || !isInspectorOpen) ? (
					<IconButton
						label={message('pane.inspector')}
						command="pane.inspector"
						onPress={() => runCommand('pane.inspector')}
					>
						<PanelRight size={16} />
					</IconButton>
				) : null}
			</div>
		</header>
	);
}
