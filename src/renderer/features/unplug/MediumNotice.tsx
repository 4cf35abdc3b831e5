import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ArchiveId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './MediumNotice.module.css';

/** Says once of an archive on a removable medium that nothing keeps its words from a finder. */
export function MediumNotice() {
	const status = useArchiveStatus();
	return status?.medium === 'removable' && !status.hasPassphrase ? <Notice archiveId={status.archiveId} /> : null;
}

function Notice({ archiveId }: { archiveId: ArchiveId }) {
	const [isTold, setTold, isLoaded] = useProfile(`medium-told.${archiveId}`, false);
	if (isTold || !isLoaded) return null;
	return (
		<div className={styles.notice}>
			<p className={styles.words}>{message('medium.removable')}</p>
			{desktop ? (
				<Button onPress={() => runCommand('package.export')}>{message('medium.removable.package')}</Button>
			) : null}
			<Button onPress={() => setTold(true)}>{message('medium.removable.understood')}</Button>
		</div>
	);
}
