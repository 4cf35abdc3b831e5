import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { archive } from '#renderer/lib/archive.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { type BesideEnd, type BesidePair, besidePairsKey, lastBeside } from '#renderer/lib/beside-pairs.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { useReader } from './reader-store.ts';

const noPairs: BesidePair[] = [];

/**
 * Answers the command that opens a second text beside the one being read: what stood beside it last, else its translation
 * or original where one is known, else the same text; on that page any other can be chosen. The search that led here goes
 * along.
 */
export function useBesideCommand(record: RecordDetail, edition: Edition | null): void {
	const navigate = useNavigate();
	const search = useSearch({ strict: false });
	const { data: links } = useQuery(queries.links.list({ kind: 'record', id: record.id }));
	const archiveId = useArchiveStatus()?.archiveId;
	const [pairs] = useProfile<BesidePair[]>(besidePairsKey(archiveId ?? ''), noPairs);
	useCommand(
		'reader.beside',
		async () => {
			if (!edition) return;
			const last = lastBeside(pairs, { recordId: record.id, editionId: edition.id });
			const at = useReader.getState().place.ordinal;
			const { hit: _, ...query } = search as { hit?: number };
			void navigate({
				to: '/beside/$recordId/{-$editionId}/{-$ordinal}',
				params: { recordId: record.id, editionId: edition.id, ordinal: String(at) },
				search: {
					...query,
					...((last && (await stillThere(last))) ??
						counterpartOf(record, edition, links ?? []) ?? { with: record.id, edition: edition.id, at }),
				},
			});
		},
		edition !== null,
	);
}

/** Null for a text that is not in the archive now: it may have been removed since, or be in the bin. */
async function stillThere({ recordId, editionId }: BesideEnd): Promise<{ with: string; edition: string } | null> {
	const record = await archive.calls.records.get({ id: recordId }).catch(() => null);
	const isThere = record?.isInBin === false && record.editions.some(({ id }) => id === editionId);
	return isThere ? { with: recordId, edition: editionId } : null;
}

/** The text that says the same in other words: a record that is linked as such, else an edition in another language. */
function counterpartOf(
	{ id, editions, translationIds }: RecordDetail,
	{ language, kind, baseEditionId }: Edition,
	links: readonly LinkView[],
): { with: string; edition?: string } | null {
	const linked = links.find(
		({ type, origin, other }) =>
			type === 'translates' && origin !== 'suggested' && other.kind === 'record' && other.holding !== 'described-only',
	);
	if (linked) return { with: linked.other.id };
	const made = kind === 'translation' ? baseEditionId : translationIds[0];
	if (made && editions.some((edition) => edition.id === made)) return { with: id, edition: made };
	const isKnown = (tag: string) => tag !== '' && tag !== 'und';
	const other = editions.find((each) => isKnown(each.language) && isKnown(language) && each.language !== language);
	return other ? { with: id, edition: other.id } : null;
}
