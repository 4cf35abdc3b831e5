import { SideNotes } from '#renderer/features/side-notes/index.ts';
import { MediumNotice } from '#renderer/features/unplug/index.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useConnection } from '#renderer/lib/connection.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Banner.module.css';

/** What a person must know before they begin: the archive cannot be written to, or its connection is gone. */
export function Banner() {
	const status = useArchiveStatus();
	const isLost = useConnection(({ state }) => state === 'lost');
	const text = isLost ? message('error.connection-lost') : status ? readOnlySentence(status) : null;
	return (
		<div role="status" className={styles.place}>
			{text ? (
				<div className={styles.banner}>
					<p>{text}</p>
					{isLost ? null : <SideNotes />}
				</div>
			) : null}
			<MediumNotice />
		</div>
	);
}

function readOnlySentence({ readOnly, heldBy, snapshotAt }: ArchiveStatus): string | null {
	switch (readOnly) {
		case 'none':
			return null;
		case 'locked':
			return message(snapshotAt ? 'read-only.locked-snapshot' : 'read-only.locked', {
				host: heldBy?.host ?? '',
				since: heldBy ? formatInstant(heldBy.since) : '',
				snapshot: snapshotAt ? formatInstant(snapshotAt) : '',
			});
		case 'media':
			return message('read-only.media');
		case 'full':
			return message('read-only.full');
		case 'asked':
			return message('read-only.asked');
		// What it is stands in its own notices, and notes can be made in it.
		case 'copy':
			return null;
	}
}
