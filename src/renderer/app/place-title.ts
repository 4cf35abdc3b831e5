import { useQuery } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { type LibraryPlace, useLibraryTitle } from '#renderer/features/library/index.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

/** What the open place is called, in few words: the page, and the record or the name that it is of. Empty while that is not known. */
export function usePlaceTitle(): string {
	const match = useMatches({ select: (matches) => matches.at(-1) });
	const { recordId, nameId } = (match?.params ?? {}) as { recordId?: RecordId; nameId?: string };
	const { data: record } = useQuery({
		...queries.records.get({ id: recordId as RecordId }),
		enabled: recordId !== undefined,
	});
	const { data: names } = useQuery({ ...queries.names.list(), enabled: nameId !== undefined });
	const inLibrary = useLibraryTitle((match?.search ?? {}) as LibraryPlace);
	if (match?.routeId === '/library') return firstWords(inLibrary);
	const name = nameId ? names?.find(({ id }) => id === nameId) : undefined;
	const of = firstWords(record?.title ?? (name ? nameTitle(name) : ''));
	const { title } = match?.staticData ?? {};
	if (!title) return of;
	return of ? message('place.page-of', { page: message(title), of }) : message(title);
}
