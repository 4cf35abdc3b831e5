import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCommand } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { useReader } from './reader-store.ts';

/**
 * Answers the command that opens a second text beside the one being read: its translation or original where one is known,
 * else the same text; on that page any other can be chosen. The search that led here goes along.
 */
export function useBesideCommand(record: RecordDetail, edition: Edition | null): void {
	const navigate = useNavigate();
	const search = useSearch({ strict: false });
	const { data: links } = useQuery(queries.links.list({ kind: 'record', id: record.id }));
	useCommand(
		'reader.beside',
		() => {
			if (!edition) return;
			const at = useReader.getState().place.ordinal;
			const { hit: _, ...query } = search as { hit?: number };
			void navigate({
				to: '/beside/$recordId/{-$editionId}/{-$ordinal}',
				params: { recordId: record.id, editionId: edition.id, ordinal: String(at) },
				search: {
					...query,
					...(counterpartOf(record, edition, links ?? []) ?? { with: record.id, edition: edition.id, at }),
				},
			});
		},
		edition !== null,
	);
}

/** The text that says the same in other words: a record that is linked as such, else an edition in another language. */
function counterpartOf(
	{ id, editions }: RecordDetail,
	{ language }: Edition,
	links: readonly LinkView[],
): { with: string; edition?: string } | null {
	const linked = links.find(
		({ type, origin, other }) =>
			type === 'translates' && origin !== 'suggested' && other.kind === 'record' && other.holding !== 'described-only',
	);
	if (linked) return { with: linked.other.id };
	const isKnown = (tag: string) => tag !== '' && tag !== 'und';
	const other = editions.find((each) => isKnown(each.language) && isKnown(language) && each.language !== language);
	return other ? { with: id, edition: other.id } : null;
}
