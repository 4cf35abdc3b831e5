import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import { cancelNewEdition, useNewEdition } from './new-edition.ts';
import styles from './ProvenanceTab.module.css';

/** A better text of the same item, brought in from a file. */
export function NewEditionButton({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	const busyId = useNewEdition(({ recordId }) => recordId);
	if (isReadOnly) return null;
	return (
		<section>
			<p className={styles.none}>{message('editions.add-text')}</p>
			<div className={styles.row}>
				<Button isDisabled={busyId !== null} onPress={() => runCommand('editions.add')}>
					{message(busyId === record.id ? 'editions.adding' : 'command.editions.add')}
				</Button>
				{busyId === record.id ? <Button onPress={cancelNewEdition}>{message('adding.cancel')}</Button> : null}
			</div>
		</section>
	);
}
