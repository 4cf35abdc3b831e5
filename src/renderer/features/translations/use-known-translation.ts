import { skipToken, useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Translation } from '#shared/domain/translation.ts';

/** What there is of a record in this language: null where nothing is, undefined while that is not known. */
export function useKnownTranslation(recordId: RecordId | undefined, language: string): Translation | null | undefined {
	const asked = queries.translations.list(recordId === undefined ? {} : { recordId });
	// A copy to read has nothing of it.
	const isAsked = recordId !== undefined && !readingCopy;
	// Of another key, or the list of all that is shown would be asked in this way too.
	const { data } = useQuery<Translation[]>(
		isAsked ? asked : { ...asked, queryKey: ['no translation'], queryFn: skipToken },
	);
	return data && (data.find((each) => each.language === language) ?? null);
}
