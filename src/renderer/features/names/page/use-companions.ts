import { useEffect, useMemo, useState } from 'react';
import { findCompanions } from '#renderer/search/index.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Companion } from '#shared/search/mentions/companions.ts';
import type { MentionRow } from '#shared/search/mentions/mention-rows.ts';
import type { MentionsView } from './use-mentions.ts';

export interface Company {
	companions: readonly Companion[];
	/** The passages that were looked through: `rows` of a companion are places in it. */
	rows: readonly MentionRow[];
	/** How many of them by now. */
	done: number;
}

/**
 * Which other names stand in the same passages, whatever was said of these; null until the first are known. Looked for
 * once for what the search found: a judgement changes nothing of what stands in a passage.
 */
export function useCompanions(
	nameId: NameId,
	{ groups, found }: Pick<MentionsView, 'groups' | 'found'>,
	isWanted: boolean,
): Company | null {
	const [company, setCompany] = useState<Company | null>(null);
	const hasGroups = groups !== null;
	// biome-ignore lint/correctness/useExhaustiveDependencies: groups are others with every judgement, their passages are not
	const rows = useMemo(() => groups?.flatMap((group) => group.rows) ?? null, [found, hasGroups]);
	useEffect(() => {
		if (!rows || !isWanted) return;
		const places = rows.map(({ editionId, ordinal }) => ({ editionId, ordinal }));
		return findCompanions(nameId, places, (companions, done, isEnd) =>
			// What was known stays until the same is known anew: rows that go and come back would be no help.
			setCompany((known) =>
				isEnd || known === null || known.done < known.rows.length ? { companions, rows, done } : known,
			),
		);
	}, [nameId, rows, isWanted]);
	return company;
}
