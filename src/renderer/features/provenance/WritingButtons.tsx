import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ProvenanceTab.module.css';

/** Texts that a person makes: a corrected one, and one for strangers. */
export function WritingButtons({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	if (isReadOnly || record.editionId === null) return null;
	async function endRedaction(): Promise<void> {
		await archive.calls.editions.endRedaction({ recordId: record.id });
		showToast(message('writing.redaction.ended'), undoAction());
	}
	return (
		<div className={styles.row}>
			<Button onPress={() => runCommand('text.write')}>{message('command.text.write')}</Button>
			<Button onPress={() => runCommand('text.redact')}>{message('command.text.redact')}</Button>
			{record.redactionId ? (
				<Button onPress={() => void endRedaction().catch(showError)}>{message('writing.redaction.end')}</Button>
			) : null}
		</div>
	);
}
