import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';

/** Whether nothing of an archive may show outside of the page; also until that is known. */
export function useIsField(): boolean {
	return useQuery(queries.device.field()).data?.isOn ?? true;
}
