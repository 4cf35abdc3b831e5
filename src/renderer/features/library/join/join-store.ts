import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';

/** The records that are about to be made one: for them the dialog asks. */
export const useJoining = create<{ recordIds: readonly RecordId[] }>(() => ({ recordIds: [] }));

export function askToJoin(recordIds: readonly RecordId[]): void {
	useJoining.setState({ recordIds: [...recordIds] });
}
