import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { collation } from '#shared/messages/collation.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { absentValues, type OpenField, type PresentValues } from '#shared/search/query/absent-values.ts';
import { readQuery } from '#shared/search/query/parse-query.ts';

const shownValues = 12;

/** Says which kind, tag or person of the query is nowhere in the archive, and which there are. */
export function AbsentValues({ text }: { text: string }) {
	const present = usePresentValues();
	const absent = useMemo(
		() => (present ? absentValues(readQuery(text).tree, withKindNames(present)) : []),
		[text, present],
	);
	if (!present) return null;
	return absent.map(({ field, value }) => (
		<p key={`${field}:${value}`}>
			{message(`search.empty.absent.${field}`, { value })}{' '}
			{present[field].length > 0 ? message('search.empty.present', { values: listed(field, present[field]) }) : null}
		</p>
	));
}

function usePresentValues(): PresentValues | null {
	const { data: records } = useQuery(queries.records.list({}));
	const { data: tags } = useQuery(queries.tags.list());
	const { data: annotations } = useQuery(queries.annotations.list({}));
	return useMemo(() => {
		if (!records || !tags || !annotations) return null;
		return {
			kind: distinct(records.map(({ kind }) => kind)),
			tag: distinct(tags.map(({ name }) => name)),
			by: distinct([
				...records.flatMap(({ creators }) => creators.map(({ name }) => name)),
				...annotations.map(({ author }) => author),
			]),
		};
	}, [records, tags, annotations]);
}

function withKindNames(present: PresentValues): PresentValues {
	return { ...present, kind: [...present.kind, ...present.kind.map(recordKindName)] };
}

function distinct(values: readonly string[]): string[] {
	return [...new Set(values)].filter((value) => value !== '').sort(collation());
}

function listed(field: OpenField, values: readonly string[]): string {
	const words = values.slice(0, shownValues).map((value) => (field === 'kind' ? recordKindName(value) : value));
	return values.length > shownValues ? `${words.join(', ')} …` : words.join(', ');
}
