import type { QueryClient } from '@tanstack/react-query';
import type { JobProgress } from '#shared/domain/job.ts';
import { archive } from './archive.ts';
import { keys } from './query-keys.ts';

/** Joins the archive's facts to what the window knows: each fact makes the queries it touches be asked again. */
export function refreshOnFacts(client: QueryClient): void {
	const stale = (...parts: readonly unknown[]) => void client.invalidateQueries({ queryKey: parts });

	archive.on('archive.opened', () => void client.resetQueries());
	archive.onReconnect(() => void client.invalidateQueries());
	archive.on('archive.changed', () => {
		stale('archive');
		stale('custody');
	});
	archive.on('records.changed', ({ ids }) => {
		stale(...keys.records.list());
		stale('archive', 'status');
		stale('custody');
		for (const id of ids) void client.invalidateQueries({ queryKey: ['records', 'get', { id }] });
	});
	archive.on('annotations.changed', ({ recordIds }) => {
		void client.invalidateQueries({
			queryKey: keys.annotations.list(),
			predicate: ({ queryKey }) => {
				const asked = (queryKey[2] as { recordId?: string } | undefined)?.recordId;
				return asked === undefined || recordIds.includes(asked);
			},
		});
		stale('archive', 'status');
	});
	archive.on('links.changed', () => stale('links'));
	archive.on('names.changed', () => stale('names'));
	archive.on('events.changed', () => stale('events'));
	archive.on('collections.changed', () => stale('collections'));
	archive.on('tags.changed', () => stale('tags'));
	archive.on('history.changed', () => stale('history'));
	archive.on('jobs.changed', ({ job }) => putJob(client, job));
	archive.on('profile.changed', ({ key }) => stale('profile', 'get', { key }));
}

/** The fact carries the job itself, so nothing is asked while it runs; its report is, in steps. */
function putJob(client: QueryClient, job: JobProgress): void {
	client.setQueryData(keys.jobs.get({ id: job.id }), job);
	client.setQueryData<JobProgress[]>(keys.jobs.list(), (known) => {
		if (!known) return known;
		return known.some(({ id }) => id === job.id)
			? known.map((old) => (old.id === job.id ? job : old))
			: [job, ...known];
	});
	void client.invalidateQueries({
		queryKey: keys.jobs.items(),
		predicate: ({ queryKey }) => (queryKey[2] as { id?: string } | undefined)?.id === job.id,
	});
}
