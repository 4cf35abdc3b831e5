import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { archive } from './archive.ts';
import { queryClient } from './query-client.ts';
import { keys, queries } from './query-keys.ts';

/**
 * A value of the device profile, `initial` until it is known and where nothing was kept. The setter shows the new value
 * at once and keeps it; the third part tells whether the profile has answered.
 */
export function useProfile<T>(key: string, initial: T): [value: T, set: (value: T) => void, isLoaded: boolean] {
	const { data, isSuccess } = useQuery(queries.profile.get({ key }));
	const set = useCallback((value: T) => setProfile(key, value), [key]);
	return [(data ?? initial) as T, set, isSuccess];
}

/** The same without a component: shown at once wherever `useProfile` reads the key, and kept. */
export function setProfile(key: string, value: unknown): void {
	void queryClient.cancelQueries({ queryKey: keys.profile.get({ key }) });
	queryClient.setQueryData(keys.profile.get({ key }), value);
	archive.calls.profile.set({ key, value }).catch(() => queryClient.invalidateQueries({ queryKey: ['profile'] }));
}
