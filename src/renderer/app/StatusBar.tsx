import { JobStatus } from '#renderer/features/adding/index.ts';
import { BackupAge } from '#renderer/features/backup/index.ts';
import { CopyState } from '#renderer/features/reading-copy/index.ts';
import { fileNameOf, useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useConnection } from '#renderer/lib/connection.ts';
import { formatDay } from '#renderer/lib/format.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { useRefusedRequests } from '#renderer/lib/refused-requests.ts';
import { SlotOutlet } from '#renderer/ui/slots.tsx';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './StatusBar.module.css';

export function StatusBar() {
	const status = useArchiveStatus();
	const refused = useRefusedRequests(({ count }) => count);
	return (
		<footer className={styles.bar}>
			{status ? <span>{counts(status)}</span> : null}
			<SlotOutlet name="status" className={styles.slot} />
			<div className={styles.end}>
				<JobStatus />
				<BackupAge />
				{status && !readingCopy ? <span className={styles.fixity}>{fixity(status)}</span> : null}
				{refused === null ? null : <span>{message('status.refused', { count: refused })}</span>}
				{readingCopy ? <CopyState /> : <SavedState />}
			</div>
		</footer>
	);
}

function SavedState() {
	const { state, pendingWrites, unsavedNotes } = useConnection();
	const { readOnly = 'none', sideNotesPath = null } = useArchiveStatus() ?? {};
	if (state === 'lost') return <span>{message('connection.lost')}</span>;
	if (readOnly !== 'none' && sideNotesPath === null) return <span>{message('status.read-only')}</span>;
	if (pendingWrites > 0) return <span>{message('status.saving')}</span>;
	if (unsavedNotes > 0)
		return <span className={styles.unsaved}>{message('status.unsaved', { count: unsavedNotes })}</span>;
	if (sideNotesPath === null) return <span>{message('status.saved')}</span>;
	return <span>{message('status.side-notes', { file: fileNameOf(sideNotesPath) })}</span>;
}

function counts({ recordCount, passageCount, annotationCount, noTextCount }: ArchiveStatus): string {
	const parts = [
		message('status.records', { count: recordCount }),
		message('status.passages', { count: passageCount }),
		message('status.annotations', { count: annotationCount }),
	];
	if (noTextCount > 0) parts.push(message('status.no-text', { count: noTextCount }));
	return parts.join(' · ');
}

/** Counts held originals only, and never rounds up: what was not read back is not intact. */
function fixity({ heldCount, intactCount, verifiedAt, contentRoot }: ArchiveStatus): string {
	if (contentRoot === 'changed') return message('status.content-root-changed');
	if (heldCount === 0) return message('status.fixity-none');
	if (verifiedAt === null) return message('status.fixity-unverified', { intact: intactCount, held: heldCount });
	return message('status.fixity', { day: formatDay(verifiedAt), intact: intactCount, held: heldCount });
}
