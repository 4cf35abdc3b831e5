import { notifyManager, QueryClient } from '@tanstack/react-query';
import { AppError } from '#shared/domain/app-error.ts';

// What has come is drawn in the same turn. By a timer, as it is left alone, it waits behind whatever is in the queue.
notifyManager.setScheduler(queueMicrotask);

/** Everything known of the archive. Nothing goes stale by time: facts say what to ask for again (`refresh.ts`). */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: Number.POSITIVE_INFINITY,
			gcTime: 10 * 60_000,
			networkMode: 'always',
			refetchOnWindowFocus: false,
			refetchOnReconnect: false,
			retry: (failures, error) => failures < 3 && error instanceof AppError && error.code === 'connection-lost',
			retryDelay: 200,
		},
		mutations: { networkMode: 'always', retry: false },
	},
});

// Comparing all records with those before takes longer than drawing the thirty in sight anew.
queryClient.setQueryDefaults(['records', 'list'], { structuralSharing: false });

// While the archive waits for its passphrase there is nothing else to learn: asked again by whatever is drawn, the
// window would go to and fro between asking for the passphrase and waiting for the answer.
queryClient.setQueryDefaults(['archive', 'status'], { retryOnMount: false });
