import { isStarterArchive, useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './backup.module.css';

const dayMs = 24 * 60 * 60 * 1000;
/** After so many days without one the line asks for a copy. */
const mostDays = 7;

/** In the status bar: how old the last copy is that would be left if this medium were lost. Pressed, it makes one. */
export function BackupAge() {
	const status = useArchiveStatus();
	if (!desktop || !status || status.readOnly !== 'none' || isStarterArchive(status)) return null;
	return (
		<Button variant="quiet" className={styles.age} onPress={() => runCommand('archive.backup')}>
			{ageInWords(status.backedUpAt)}
		</Button>
	);
}

function ageInWords(backedUpAt: string | null): string {
	if (backedUpAt === null) return message('backup.none');
	const days = Math.max(0, Math.floor((Date.now() - Date.parse(backedUpAt)) / dayMs));
	return message(days > mostDays ? 'backup.overdue' : 'backup.age', { days });
}
