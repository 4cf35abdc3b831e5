import { Outlet } from '@tanstack/react-router';
import { DropArea } from '#renderer/features/adding/index.ts';
import { BackupDialog } from '#renderer/features/backup/index.ts';
import { CatalogueDialog } from '#renderer/features/catalogue/index.ts';
import { ReceiptProofDialog } from '#renderer/features/custody/index.ts';
import { ReadinessDialog } from '#renderer/features/field/index.ts';
import { Tour } from '#renderer/features/help/index.ts';
import { SealDialog } from '#renderer/features/home/index.ts';
import { LinkDialog } from '#renderer/features/links/index.ts';
import { PackageDialogs } from '#renderer/features/packages/index.ts';
import { Palette } from '#renderer/features/palette/index.ts';
import { PassphraseDialogs, useIdleLock } from '#renderer/features/passphrase/index.ts';
import { RecordingChoiceDialog } from '#renderer/features/provenance/index.ts';
import { useQuietReading } from '#renderer/features/reader/index.ts';
import { CopyNotices, ReadingCopyDialog, SealNotesDialog } from '#renderer/features/reading-copy/index.ts';
import { ReceiptDialog } from '#renderer/features/receipts/index.ts';
import { RecogniseDialog } from '#renderer/features/recognition/index.ts';
import { ShortcutSheet } from '#renderer/features/settings/index.ts';
import { UnplugDialog } from '#renderer/features/unplug/index.ts';
import { PurgeDialog } from '#renderer/features/withdrawals/index.ts';
import { useKeysInMenu } from '#renderer/lib/shortcuts.ts';
import { useThemeOnDocument } from '#renderer/lib/theme.ts';
import { Banner } from './Banner.tsx';
import styles from './Frame.module.css';
import { useFrameCommands } from './frame-commands.ts';
import { useKeyboard } from './keyboard.ts';
import { Panes } from './Panes.tsx';
import { useFocusAtPlace } from './place-focus.ts';
import { QuietExit } from './QuietExit.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useWindowTitle } from './window-title.ts';

/** What stands around every page. It needs nothing from the archive to be painted. */
export function Frame() {
	useThemeOnDocument();
	useKeyboard();
	useKeysInMenu();
	useFrameCommands();
	useWindowTitle();
	useFocusAtPlace();
	useIdleLock();
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
			<Palette />
			<LinkDialog />
			<PackageDialogs />
			<BackupDialog />
			<SealDialog />
			<SealNotesDialog />
			<ReadinessDialog />
			<CatalogueDialog />
			<PassphraseDialogs />
			<PurgeDialog />
			<ReadingCopyDialog />
			<RecordingChoiceDialog />
			<ReceiptDialog />
			<ReceiptProofDialog />
			<RecogniseDialog />
			<ShortcutSheet />
			<Tour />
			<UnplugDialog />
		</DropArea>
	);
}
