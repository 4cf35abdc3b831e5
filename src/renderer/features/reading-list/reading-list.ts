import { useEffect, useRef } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** What one means to read and what one read says much about a person: it stays on this device, never in the archive. */
const longestRecent = 30;
const longestList = 500;
const none: RecordId[] = [];

export interface KeptRecords {
	/** In the order of the list. */
	ids: readonly RecordId[];
	set(ids: RecordId[]): void;
	/** False until this device has answered. */
	isLoaded: boolean;
}

/** The records that are to be read in the open archive, those put there first at the top. */
export function useReadingList(): KeptRecords {
	return useKeptRecords('reading-list');
}

/** The records of the open archive that were read last, newest first. */
export function useRecentRecords(): KeptRecords {
	return useKeptRecords('recent-records');
}

/** Puts a record at the top of those read last when it is opened. */
export function useRememberRecord(id: RecordId): void {
	const { ids, set, isLoaded } = useRecentRecords();
	// Once: two windows would otherwise put theirs back on top of each other's for ever.
	const rememberedId = useRef<RecordId | null>(null);
	useEffect(() => {
		if (!isLoaded || rememberedId.current === id) return;
		rememberedId.current = id;
		set([id, ...ids.filter((other) => other !== id)].slice(0, longestRecent));
	}, [id, ids, set, isLoaded]);
}

/** The list with these records at its end; those that are there stay where they are. */
export function withRecords(ids: readonly RecordId[], added: readonly RecordId[]): RecordId[] {
	return [...new Set([...ids, ...added])].slice(-longestList);
}

function useKeptRecords(name: string): KeptRecords {
	const archiveId = useArchiveStatus()?.archiveId;
	const [kept, set, isLoaded] = useProfile<RecordId[]>(`${name}.${archiveId ?? ''}`, none);
	// Another version may have written something else.
	const ids = Array.isArray(kept) ? kept : none;
	return { ids, set, isLoaded: isLoaded && archiveId !== undefined };
}
