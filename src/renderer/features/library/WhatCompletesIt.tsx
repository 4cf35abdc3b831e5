import { Link } from '@tanstack/react-router';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './WhatCompletesIt.module.css';

/** For a record that is only described: from where it is known, and what would make it held. */
export function WhatCompletesIt({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly();
	return (
		<Card tone="warn" className={styles.card}>
			<p>{message('record.completes')}</p>
			{record.knownFrom ? (
				<p className={styles.from}>{message('record.known-from', { from: record.knownFrom })}</p>
			) : null}
			<p>
				<Link to="/wanted-sources" hash={record.id}>
					{message('record.wanted-source')}
				</Link>
			</p>
			{isReadOnly ? null : <Button onPress={() => runCommand('adding.files')}>{message('record.add-file')}</Button>}
		</Card>
	);
}
