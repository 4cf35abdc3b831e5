import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { useSearchState } from '#renderer/search/index.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Mention } from '#shared/domain/mention.ts';
import type { Name } from '#shared/domain/name.ts';
import { type FoundMentions, firstPlaces, type ReadMention } from '#shared/search/mentions/first-mentions.ts';
import { keyOf, type MentionGroup, mentionGroups } from '#shared/search/mentions/mention-rows.ts';
import { type AskedWords, askMentions, wordsOfName } from './asked-mentions.ts';

export interface MentionsView {
	/** Null until the search has answered. */
	groups: MentionGroup[] | null;
	found: FoundMentions | null;
	/** The first of them, read already, by `keyOf`. */
	read: ReadonlyMap<string, ReadMention>;
	/** What was asked for, in the order in which it was. */
	words: AskedWords;
	/** The index has not taken in all that is in the archive: there may be more. */
	isIncomplete: boolean;
	/** Why the index could not be brought up to date; it goes on with what it has. */
	indexError: Error | null;
	/** Why it cannot be told what was said of the mentions. */
	error: Error | null;
}

const none: readonly Mention[] = [];

/** Where a name stands and what was said of it; asked again as its forms, the texts or what was said change. */
export function useMentions({ id, kind, forms }: Name, isWide: boolean): MentionsView {
	const [found, setFound] = useState<FoundMentions | null>(null);
	const version = useSearchState((state) => state.version);
	const isIncomplete = useSearchState(({ phase, isBehind }) => phase === 'loading' || isBehind);
	const fault = useSearchState((state) => state.error);
	const words = useMemo(() => wordsOfName({ kind, forms }), [kind, forms]);
	const { data: judged = none, error } = useQuery(queries.mentions.list({ nameId: id }));
	const { data: records } = useQuery(queries.records.list({}));
	useEffect(() => {
		let isCurrent = true;
		void askMentions(words, isWide, version).then((mentions) => {
			if (isCurrent && mentions) setFound(mentions);
		});
		return () => {
			isCurrent = false;
		};
	}, [words, isWide, version]);
	const groups = useMemo(() => {
		if (!found) return null;
		const titles = new Map(records?.map((record) => [record.id, record.title]));
		return mentionGroups(found, judged, (recordId: RecordId) => titles.get(recordId) ?? '');
	}, [found, judged, records]);
	const read = useMemo(() => readByKey(found), [found]);
	const indexError = useMemo(() => fault && new AppError(fault.code, fault.detail), [fault]);
	return { groups, found, read, words, isIncomplete, indexError, error };
}

function readByKey(found: FoundMentions | null): Map<string, ReadMention> {
	const first = found?.first ?? [];
	const places = found ? firstPlaces(found) : [];
	return new Map(
		places.flatMap(({ editionId, ordinal }, at) => {
			const mention = first[at];
			return mention ? [[keyOf(editionId, ordinal), mention] as const] : [];
		}),
	);
}
