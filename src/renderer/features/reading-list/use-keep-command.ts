import { useCommand } from '#renderer/lib/commands.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { useReadingList, withRecords } from './reading-list.ts';

/** Answers the command that puts a record on the reading list, or takes it off. */
export function useKeepCommand(id: RecordId): void {
	const { ids, set, isLoaded } = useReadingList();
	useCommand(
		'reading.keep',
		() => {
			const isOn = ids.includes(id);
			set(isOn ? ids.filter((other) => other !== id) : withRecords(ids, [id]));
			showToast(message(isOn ? 'reading-list.taken-off' : 'reading-list.kept'));
		},
		isLoaded,
	);
}
