import { Outlet } from '@tanstack/react-router';
import { DropArea } from '#renderer/features/adding/index.ts';
import { useIdleLock } from '#renderer/features/passphrase/index.ts';
import { useQuietReading } from '#renderer/features/reader/index.ts';
import { CopyNotices } from '#renderer/features/reading-copy/index.ts';
import { useKeysInMenu } from '#renderer/lib/shortcuts.ts';
import { useThemeOnDocument } from '#renderer/lib/theme.ts';
import { Banner } from './Banner.tsx';
import styles from './Frame.module.css';
import { useFrameCommands } from './frame-commands.ts';
import { useKeyboard } from './keyboard.ts';
import { Panes } from './Panes.tsx';
import { useFocusAtPlace } from './place-focus.ts';
import { usePlaceTitle } from './place-title.ts';
import { QuietExit } from './QuietExit.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useDialogs } from './use-dialogs.ts';
import { useWindowTitle } from './window-title.ts';

/** What stands around every page. It needs nothing from the archive to be painted. */
export function Frame() {
	useThemeOnDocument();
	useKeyboard();
	useKeysInMenu();
	useFrameCommands();
	useWindowTitle(usePlaceTitle());
	useFocusAtPlace();
	useIdleLock();
	const Dialogs = useDialogs();
	const isQuiet = useQuietReading((quiet) => quiet.isOn);
	return (
		<DropArea>
			<div className={styles.frame} data-quiet={isQuiet || undefined}>
				{isQuiet ? <QuietExit /> : <TopBar />}
				<Banner />
				<CopyNotices />
				<div className={styles.body}>
					<Panes isQuiet={isQuiet}>
						<Outlet />
					</Panes>
				</div>
				{isQuiet ? null : <StatusBar />}
			</div>
			{Dialogs ? <Dialogs /> : null}
		</DropArea>
	);
}
