import { useQuery } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { type LibraryPlace, useLibraryTitle } from '#renderer/features/library/index.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

/** What the open place is called, in few words: the record or the name that it shows, else the page. Empty while that is not known. */
export function usePlaceTitle(): string {
	const match = useMatches({ select: (matches) => matches.at(-1) });
	const { recordId, nameId } = (match?.params ?? {}) as { recordId?: RecordId; nameId?: string };
	const { data: record } = useQuery({
		...queries.records.get({ id: recordId as RecordId }),
		enabled: recordId !== undefined,
	});
	const { data: names } = useQuery({ ...queries.names.list(), enabled: nameId !== undefined });
	const inLibrary = useLibraryTitle((match?.search ?? {}) as LibraryPlace);
	if (recordId) return firstWords(record?.title ?? '');
	const name = nameId ? names?.find(({ id }) => id === nameId) : undefined;
	if (name) return firstWords(nameTitle(name));
	if (match?.routeId === '/library') return firstWords(inLibrary);
	const { title } = match?.staticData ?? {};
	return title ? message(title) : '';
}
