import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';

/** The records that are about to be withdrawn for good: for them the dialog asks. */
export const useWithdrawal = create<{ recordIds: RecordId[] }>(() => ({ recordIds: [] }));

export function askToWithdraw(recordIds: readonly RecordId[]): void {
	useWithdrawal.setState({ recordIds: [...recordIds] });
}
