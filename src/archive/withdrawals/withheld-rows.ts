import type { Reader } from '#archive/db/connection.ts';
import type { Withdrawal } from '#shared/domain/withdrawal.ts';
import { type BelongingRows, findBelonging } from './belonging-rows.ts';
import { listOriginalsIn, listRecordsHolding, listTitles, listWithdrawals } from './withdrawals-repository.ts';

/** The other archive, which may be of an earlier version. */
interface Other {
	reader: Reader;
	has(table: string): boolean;
}

/** What another archive holds and this one withdrew: it does not come back by a merge. */
export interface WithheldRows {
	rows: BelongingRows;
	/** Digests that must not come. */
	originals: ReadonlySet<string>;
	/** By which of the withdrawals here. */
	withdrawals: Withdrawal[];
}

/** By the record, and by its bytes: the other copy may have added the same file as a record of its own. */
export function findWithheld(own: Reader, other: Other): WithheldRows {
	const withdrawals = listWithdrawals(own).filter(({ isHeldHere }) => !isHeldHere);
	const originals = new Set<string>(withdrawals.flatMap((each) => each.originals));
	const held = new Set(listRecordsHolding(other.reader, [...originals]));
	const ids = withdrawals.map(({ recordId }) => recordId);
	const rows = findBelonging(other.reader, [...ids, ...held], (table) => other.has(table));
	const isMet = ({ recordId, originals: digests }: Withdrawal) =>
		listRecordsHolding(other.reader, digests).length > 0 || listTitles(other.reader, [recordId]).length > 0;
	// A record that does not come may have other files besides.
	for (const { sha256, isShared } of listOriginalsIn(other.reader, [...(rows.get('records') ?? [])]))
		if (!isShared) originals.add(sha256);
	return { rows, originals, withdrawals: withdrawals.filter(isMet) };
}
