import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { askToRecognise } from './recognition-store.ts';

/** Answers the command for these records for as long as the component is shown; none withdraws it. */
export function useRecogniseCommand(recordIds: readonly RecordId[]): void {
	const isReadOnly = useIsReadOnly();
	useCommand('recognition.start', () => askToRecognise(recordIds), !isReadOnly && recordIds.length > 0);
}
