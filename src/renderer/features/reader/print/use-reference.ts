import { useQuery } from '@tanstack/react-query';
import { useCitationStyle } from '#renderer/features/quotes/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** The reference to a record as a whole, in the chosen style; '' until it is known. */
export function useReference(recordId: RecordId): string {
	const [style] = useCitationStyle();
	return useQuery(queries.references.quotation({ recordId, range: null, style })).data?.reference ?? '';
}
