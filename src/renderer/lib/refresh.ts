import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { localeKey } from '#shared/messages/locales.ts';
import { dropAnnotations, putAnnotations } from './annotation-lists.ts';
import { archive } from './archive.ts';
import { keys } from './query-keys.ts';
import { putRecords, withParts } from './record-lists.ts';
import { createRefreshQueue } from './refresh-queue.ts';

/** So many annotations are asked for one by one when they change; of more, the lists that hold them. */
const fewAnnotations = 100;
/** The same of records, which come in by the hundred. */
const fewRecords = 2000;
/** What is counted over the whole archive holds up whoever else asks: a person reads it now and then. */
const countsRestFactor = 40;

/** Joins the archive's facts to what the window knows: each fact makes the queries it touches be asked again. */
export function refreshOnFacts(client: QueryClient): void {
	const recordList = keys.records.list();
	/** Records that are others than the lists have them. */
	let changedRecords = new Set<RecordId>();
	const queue = createRefreshQueue(
		(queryKey) => (queryKey === recordList ? freshRecordLists() : client.invalidateQueries({ queryKey })),
		() => performance.now(),
	);
	const stale = (...parts: QueryKey) => queue.add(parts);
	const countsQueue = createRefreshQueue(
		(queryKey) => client.invalidateQueries({ queryKey }),
		() => performance.now(),
		countsRestFactor,
	);
	const staleCounts = () => countsQueue.add(['archive']);

	async function freshRecordLists(): Promise<void> {
		const ids = changedRecords;
		changedRecords = new Set();
		const isDone = await freshRecords(client, ids).catch(() => false);
		if (!isDone) await client.invalidateQueries({ queryKey: recordList });
	}

	archive.on('archive.opened', () => void client.resetQueries());
	archive.onReconnect(() => void client.invalidateQueries());
	archive.on('archive.changed', () => {
		staleCounts();
		stale('map');
		stale('custody');
	});
	archive.on('records.changed', ({ ids }) => {
		for (const id of ids) changedRecords.add(id as RecordId);
		queue.add(recordList);
		staleCounts();
		stale('custody');
		stale('evidence');
		stale('descriptions');
		stale('quotes');
		// Links show what their ends are called, and none to what is in the bin.
		stale('links');
		stale('mentions');
		stale('wantedSources');
		stale('graph');
		stale(...keys.map.layers());
		stale(...keys.map.pictures());
		// Notes on what is in the bin are not listed. Nobody bins a record while that list is open.
		void client.invalidateQueries({ queryKey: keys.annotations.list({}), exact: true, refetchType: 'none' });
		for (const id of ids) if (client.getQueryState(['records', 'get', { id }])) stale('records', 'get', { id });
	});
	archive.on('annotations.changed', ({ ids, recordIds }) => {
		void freshAnnotations(client, ids)
			.catch(() => null)
			.then((isDone) => {
				if (isDone) return;
				for (const { queryKey } of client.getQueryCache().findAll({ queryKey: keys.annotations.list() })) {
					const asked = (queryKey[2] as { recordId?: string } | undefined)?.recordId;
					if (asked === undefined || recordIds.includes(asked)) stale(...queryKey);
				}
			});
		stale(...keys.annotations.history());
		stale(...keys.annotations.placesIn());
		// What leads to an annotation shows its words, and goes with it.
		stale('links');
		stale('evidence');
		stale('wantedSources');
		stale('graph');
		staleCounts();
	});
	archive.on('links.changed', () => {
		stale('links');
		stale(...keys.annotations.history());
		stale('graph');
		stale('wantedSources');
		stale('evidence');
	});
	archive.on('names.changed', () => {
		stale('names');
		stale('mentions');
		stale('links');
		stale('graph');
	});
	archive.on('mentions.changed', () => {
		stale('mentions');
		stale('graph');
	});
	archive.on('nameSuggestions.changed', () => stale(...keys.nameSuggestions.rejected()));
	archive.on('foundDates.changed', () => stale(...keys.foundDates.rejected()));
	archive.on('withdrawals.changed', () => stale(...keys.withdrawals.list()));
	archive.on('wantedSources.changed', () => stale('wantedSources'));
	archive.on('translations.changed', () => stale('translations'));
	archive.on('events.changed', () => {
		stale('events');
		stale('links');
		stale('graph');
	});
	archive.on('inbox.changed', () => stale(...keys.inbox.folder()));
	archive.on('collections.changed', () => stale('collections'));
	archive.on('tags.changed', () => stale('tags'));
	archive.on('quotes.changed', () => stale('quotes'));
	archive.on('savedSearches.changed', () => stale('savedSearches'));
	archive.on('alignments.changed', () => stale('alignments'));
	archive.on('conflicts.changed', () => stale('conflicts'));
	archive.on('history.changed', () => stale('history'));
	archive.on('profile.changed', ({ key }) => {
		stale('profile', 'get', { key });
		// Names, suggestions and reasons are said in the language of the interface.
		if (key === localeKey) void client.invalidateQueries();
	});
	archive.on('jobs.changed', ({ job }) => {
		putJob(client, job);
		for (const { queryKey } of client.getQueryCache().findAll({ queryKey: keys.jobs.items() }))
			if ((queryKey[2] as { id?: string } | undefined)?.id === job.id) stale(...queryKey);
		if (job.kind === 'verify' && job.state !== 'running') {
			stale('records', 'get');
			staleCounts();
			stale('custody');
		}
	});
}

/** Asks for a few alone; false where there are so many that whole lists are asked for as quickly. */
async function freshAnnotations(client: QueryClient, ids: AnnotationId[]): Promise<boolean> {
	if (ids.length > fewAnnotations) return false;
	const found = await archive.calls.annotations.some({ ids });
	const there = new Set(found.map(({ id }) => id));
	putAnnotations(client, found);
	dropAnnotations(
		client,
		ids.filter((id) => !there.has(id)),
	);
	return true;
}

/** The same of records, in the lists that the window has. */
async function freshRecords(client: QueryClient, ids: ReadonlySet<RecordId>): Promise<boolean> {
	if (client.getQueryCache().findAll({ queryKey: keys.records.list() }).length === 0) return true;
	if (ids.size > fewRecords) return false;
	const asked = withParts(client, ids);
	await putRecords(client, asked, await archive.calls.records.some({ ids: asked }));
	return true;
}

/** The fact carries the job itself, so that nothing is asked while it runs. */
function putJob(client: QueryClient, job: JobProgress): void {
	client.setQueryData(keys.jobs.get({ id: job.id }), job);
	client.setQueryData<JobProgress[]>(keys.jobs.list(), (known) => {
		if (!known) return known;
		return known.some(({ id }) => id === job.id)
			? known.map((old) => (old.id === job.id ? job : old))
			: [job, ...known];
	});
}
