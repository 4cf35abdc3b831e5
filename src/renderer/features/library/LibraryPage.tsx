import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { Welcome } from '#renderer/features/help/index.ts';
import { useReceiptCommand } from '#renderer/features/receipts/index.ts';
import { useRecogniseCommand } from '#renderer/features/recognition/index.ts';
import { useWithdrawCommand } from '#renderer/features/withdrawals/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Inspector } from '#renderer/ui/slots.tsx';
import { AppError } from '#shared/domain/app-error.ts';
import { type RecordSummary, withoutJoined } from '#shared/domain/record.ts';
import { JoinDialog, useJoinCommand } from './join/index.ts';
import { LibraryBar } from './LibraryBar.tsx';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import styles from './LibraryPage.module.css';
import { filterRecords, sortRecords } from './library-order.ts';
import type { LibraryPlace } from './library-place.ts';
import { useLibrary } from './library-store.ts';
import { NoArchive } from './NoArchive.tsx';
import { RecordGrid } from './RecordGrid.tsx';
import { RecordInspector } from './RecordInspector.tsx';
import { useIsOnlyOpened, useRecordCommands } from './use-record-commands.ts';

export function LibraryPage() {
	const place = useSearch({ strict: false }) as LibraryPlace;
	const { data, error, refetch } = useQuery(queries.records.list(listArgument(place)));
	const records = useMemo(() => data && withoutJoined(data), [data]);
	const filter = useLibrary((library) => library.filter);
	const sort = useLibrary((library) => library.sort);
	const shown = useMemo(
		() => sortRecords(filterRecords(records ?? [], filter), sort.column, sort.isDescending),
		[records, filter, sort],
	);
	useChosenStaysShown(records ? shown : null);
	useWorkOnChosen(place);
	useChosenCommands();
	const isOnlyOpened = useIsOnlyOpened(place);

	if (error instanceof AppError && error.code === 'no-archive') return <NoArchive />;
	if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
	return (
		<div className={styles.page}>
			<div>
				{place.collection || place.tag || place.bin ? null : <Welcome records={records ?? []} />}
				<LibraryBar place={place} records={records ?? []} shownCount={shown.length} />
			</div>
			{records && shown.length === 0 ? (
				<LibraryEmpty place={place} isFiltered={records.length > 0} />
			) : (
				<RecordGrid records={shown} isLoading={!records} hasMenuOfSeveral={!isOnlyOpened} />
			)}
			<RecordCommands />
			<JoinDialog records={records ?? []} />
			<Inspector>
				<RecordInspector records={shown} />
			</Inspector>
		</div>
	);
}

/** By itself, so that the page is not drawn again when the record is read. */
function RecordCommands() {
	useRecordCommands();
	return null;
}

function listArgument({ collection, tag, bin }: LibraryPlace) {
	return {
		...(bin ? { inBin: true } : {}),
		...(collection ? { collectionId: collection } : {}),
		...(tag ? { tagId: tag } : {}),
	};
}

/** A row that a filter or a removal took away is no longer chosen, and its menu is closed: no action may hit what is not seen. */
function useChosenStaysShown(records: readonly RecordSummary[] | null): void {
	useEffect(() => {
		if (!records) return;
		const shown = new Set(records.map(({ id }) => id));
		const { selectedIds, currentId } = useLibrary.getState();
		const kept = [...selectedIds].filter((id) => shown.has(id));
		if (kept.length !== selectedIds.size) useLibrary.setState({ selectedIds: new Set(kept), menuAt: null });
		if (currentId && !shown.has(currentId)) useLibrary.setState({ currentId: kept[0] ?? null });
	}, [records]);
}

/** For the rows that are chosen; a record in the bin is not worked on. */
function useWorkOnChosen(place: LibraryPlace): void {
	const selectedIds = useLibrary((library) => library.selectedIds);
	const ids = useMemo(() => (place.bin ? [] : [...selectedIds]), [place.bin, selectedIds]);
	useRecogniseCommand(ids);
	useJoinCommand(ids);
}

/** For the rows that are chosen, or else the record that the inspector shows. */
function useChosenCommands(): void {
	const selectedIds = useLibrary((library) => library.selectedIds);
	const currentId = useLibrary((library) => library.currentId);
	const ids = useMemo(
		() => (selectedIds.size > 0 ? [...selectedIds] : currentId ? [currentId] : []),
		[selectedIds, currentId],
	);
	useReceiptCommand(ids);
	useWithdrawCommand(ids);
}
