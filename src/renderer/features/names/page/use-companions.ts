import { useEffect, useState } from 'react';
import { findCompanions } from '#renderer/search/index.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Companion } from '#shared/search/mentions/companions.ts';
import type { MentionGroup, MentionRow } from '#shared/search/mentions/mention-rows.ts';

export interface Company {
	companions: readonly Companion[];
	/** The passages that were looked through: `rows` of a companion are places in it. */
	rows: readonly MentionRow[];
	/** How many of them by now. */
	done: number;
}

const nobody: Company = { companions: [], rows: [], done: 0 };

/** Which other names stand in the same passages; those that speak of something else are left out. Null groups are awaited. */
export function useCompanions(nameId: NameId, groups: readonly MentionGroup[] | null, isWanted: boolean): Company {
	const [company, setCompany] = useState(nobody);
	useEffect(() => {
		if (!groups || !isWanted) return;
		const rows = groups.flatMap((group) => group.rows).filter(({ verdict }) => verdict !== 'rejected');
		const places = rows.map(({ editionId, ordinal }) => ({ editionId, ordinal }));
		return findCompanions(nameId, places, (companions, done, isEnd) =>
			// What was known stays until the same is known anew: rows that go and come back would be no help.
			setCompany((known) =>
				isEnd || known.done < known.rows.length || known === nobody ? { companions, rows, done } : known,
			),
		);
	}, [nameId, groups, isWanted]);
	return company;
}
