import { setProfile, useProfile } from '#renderer/lib/profile.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { type CitationStyle, isCitationStyle } from '#shared/domain/citation.ts';

const key = 'citation-style';
const first: CitationStyle = 'chicago';

/** The style in which everything that is copied is cited; kept on this device. */
export function useCitationStyle(): [style: CitationStyle, choose: (style: CitationStyle) => void] {
	const [kept] = useProfile<unknown>(key, first);
	return [isCitationStyle(kept) ? kept : first, (style) => setProfile(key, style)];
}

/** The same, asked once. */
export async function chosenStyle(): Promise<CitationStyle> {
	const kept = await queryClient.ensureQueryData(queries.profile.get({ key }));
	return isCitationStyle(kept) ? kept : first;
}
