import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { hitsOf, useSearchState } from '#renderer/search/index.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import {
	annotationChoices,
	eventChoices,
	fittingChoices,
	type LinkChoice,
	nameChoices,
	passageChoices,
	recordChoices,
} from './link-choices.ts';

const mostPassages = 12;
const none: LinkChoice[] = [];

/** Everything that fits what was typed: records, people, events and annotations by their words, then passages as searched. */
export function useLinkChoices(typed: string, own: LinkEnd): LinkChoice[] {
	const { data: records = [] } = useQuery(queries.records.list({}));
	const { data: names = [] } = useQuery(queries.names.list());
	const { data: events = [] } = useQuery(queries.events.list());
	const { data: annotations = [] } = useQuery(queries.annotations.list({}));
	const passages = usePassages(typed);
	const things = useMemo(() => {
		const titles = new Map<string, string>(records.map(({ id, title }) => [id, title]));
		return [
			...recordChoices(records),
			...nameChoices(names),
			...eventChoices(events),
			...annotationChoices(annotations, titles),
		];
	}, [records, names, events, annotations]);
	return useMemo(
		() =>
			typed.trim() === ''
				? none
				: [...fittingChoices(typed, things), ...passages].filter(({ end }) => !isSame(end, own)),
		[typed, things, passages, own],
	);
}

/** Passages with the words; while the next answer is awaited, those of the words before. */
function usePassages(typed: string): LinkChoice[] {
	const version = useSearchState((state) => state.version);
	const [found, setFound] = useState(none);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the index answers the same words anew
	useEffect(() => {
		if (typed.trim() === '') return setFound(none);
		let isCurrent = true;
		void hitsOf({ text: typed, kinds: ['passage'] }, { offset: 0, limit: mostPassages }).then((result) => {
			if (result && isCurrent) setFound(passageChoices(result.hits));
		});
		return () => {
			isCurrent = false;
		};
	}, [typed, version]);
	return found;
}

function isSame(end: LinkEnd, own: LinkEnd): boolean {
	return end.kind === own.kind && end.id === own.id && JSON.stringify(end.range) === JSON.stringify(own.range);
}
