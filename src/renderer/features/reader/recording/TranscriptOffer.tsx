import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Recording.module.css';
import { recordingsOf } from './recordings.ts';

/** For a recording without text: what a transcript would give, and the two ways to one. */
export function TranscriptOffer({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly();
	if (isReadOnly || record.isInBin || recordingsOf(record.files).length === 0) return null;
	return (
		<div className={styles.offer}>
			<p>{message('transcript.offer')}</p>
			<div className={styles.offerWays}>
				<Button variant="primary" onPress={() => runCommand('editions.add')}>
					{message('transcript.bring-in')}
				</Button>
				<Button onPress={() => runCommand('transcript.write')}>{message('command.transcript.write')}</Button>
			</div>
		</div>
	);
}
