import { useQuery } from '@tanstack/react-query';
import { fileNameOf, useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { formatDay } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './SideNotes.module.css';
import { chooseNotesFile, goOnIn } from './side-notes-file.ts';

/** Beside the sentence that an archive takes no writes: where notes on it go, or can go. A file of this machine is needed. */
export function SideNotes() {
	const status = useArchiveStatus();
	if (!desktop || !status) return null;
	if (status.hasPassphrase) return <p className={styles.words}>{message('side-notes.encrypted')}</p>;
	return <Offer status={status} />;
}

function Offer({ status: { title, sideNotesPath } }: { status: ArchiveStatus }) {
	const { data: [found] = [] } = useQuery({ ...queries.sideNotes.found(), enabled: sideNotesPath === null });
	const choose = () => void chooseNotesFile(title).catch(showError);
	useCommand('notes.side', choose);
	if (sideNotesPath !== null)
		return <p className={styles.words}>{message('side-notes.in-use', { file: fileNameOf(sideNotesPath) })}</p>;
	return (
		<>
			<p className={styles.words}>
				{found
					? message('side-notes.found', { file: fileNameOf(found.path), day: formatDay(found.changedAt) })
					: message('side-notes.offer')}
			</p>
			{found ? (
				<Button onPress={() => void goOnIn(found.path).catch(showError)}>{message('side-notes.go-on')}</Button>
			) : null}
			<Button onPress={choose}>{message('command.notes.side')}</Button>
		</>
	);
}
