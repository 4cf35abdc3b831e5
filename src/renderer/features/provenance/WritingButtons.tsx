import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand, useAnsweredCommands } from '#renderer/lib/commands.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ProvenanceTab.module.css';

/** Texts that a person makes: a corrected one, and one for strangers. */
export function WritingButtons({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	const answered = useAnsweredCommands();
	if (isReadOnly || record.editionId === null) return null;
	async function endRedaction(): Promise<void> {
		await archive.calls.editions.endRedaction({ recordId: record.id });
		showToast(message('writing.redaction.ended'), undoAction());
	}
	return (
		<div className={styles.row}>
			{(['text.write', 'text.redact'] as const).map((id) =>
				answered.has(id) ? (
					<Button key={id} onPress={() => runCommand(id)}>
						{message(`command.${id}`)}
					</Button>
				) : null,
			)}
			{record.redactionId ? (
				<Button onPress={() => void endRedaction().catch(showError)}>{message('writing.redaction.end')}</Button>
			) : null}
		</div>
	);
}
