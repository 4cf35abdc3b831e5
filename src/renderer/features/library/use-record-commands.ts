import { useQuery } from '@tanstack/react-query';
import { useCompareCommand, useNewEditionCommand } from '#renderer/features/provenance/index.ts';
import { useCiteCommand } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { CommandId } from '#shared/api/commands.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { LibraryPlace } from './library-place.ts';
import { onlyRecord, useLibrary } from './library-store.ts';
import { useFoundDatesCommand } from './use-found-dates-command.ts';

/** Answers what is done with one record, the one that is chosen, whether or not the inspector is there to show it. */
export function useRecordCommands(): void {
	const id = useLibrary(onlyRecord);
	const { data: record } = useQuery({ ...queries.records.get({ id: id ?? ('' as RecordId) }), enabled: id !== null });
	useNewEditionCommand(record);
	useCompareCommand(record);
	useFoundDatesCommand(record);
	useCiteCommand(record);
}

/**
 * The commands of one record that some record here may answer. Whether this one does is known only once it is read; a menu that
 * waited for that would move under the pointer.
 */
export function useRecordCommandIds(): readonly CommandId[] {
	const isReadOnly = useIsReadOnly();
	return [
		'record.cite',
		...(isReadOnly ? [] : (['editions.add'] as const)),
		'editions.compare',
		...(readingCopy ? [] : (['dates.find'] as const)),
	];
}

/** Whether nothing is done here with several records: of a reading copy nothing is exported, and it has no originals. */
export function useIsOnlyOpened({ bin }: LibraryPlace): boolean {
	const isReadOnly = useIsReadOnly();
	return readingCopy !== undefined || (isReadOnly && bin === true);
}
