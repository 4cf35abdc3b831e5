import { useCallback } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { setProfile, useProfile } from '#renderer/lib/profile.ts';
import type { SavedSearch } from '#shared/domain/saved-search.ts';

type Looks = Readonly<Record<string, string>>;

/**
 * When each saved search was last looked at on this device: like a reading position it is nobody else's, so it is in the
 * profile and not in the archive. One that was never looked at here counts from when it was saved.
 */
export function useLooks(): { lookedAt(search: SavedSearch): string; look(id: string): void; isLoaded: boolean } {
	const key = `saved-search-looks:${useArchiveStatus()?.archiveId ?? ''}`;
	const [looks, , isLoaded] = useProfile<Looks>(key, {});
	const look = useCallback((id: string) => setProfile(key, { ...looks, [id]: new Date().toISOString() }), [key, looks]);
	return { lookedAt: ({ id, createdAt }) => looks[id] ?? createdAt, look, isLoaded };
}
