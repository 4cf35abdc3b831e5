import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import type { ArchiveHandlers } from '#shared/api/contract.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { isListedIn, mainDate, type RecordSummary } from '#shared/domain/record.ts';
import type { WantedSource } from '#shared/domain/wanted-source.ts';
import type { OpenCopy } from '../open-copy.ts';

type Answered = Pick<
	ArchiveHandlers,
	'descriptions' | 'collections' | 'tags' | 'records' | 'archive' | 'wantedSources'
>;

/** The archive, its records and what they are gathered by. */
export function recordAnswers({ source, notes }: OpenCopy) {
	/** With as many notes as there are now. */
	async function withNotes<R extends RecordSummary>(records: readonly R[]): Promise<R[]> {
		const counts = new Map<string, number>();
		for (const { recordId } of (await notes()).book.list()) counts.set(recordId, (counts.get(recordId) ?? 0) + 1);
		return records.map((record) => ({ ...record, annotationCount: counts.get(record.id) ?? 0 }));
	}
	return {
		archive: {
			async status(): Promise<ArchiveStatus> {
				const { archive, status, records, software } = await source.core();
				return {
					...status,
					archiveId: archive.id,
					title: archive.title,
					path: '',
					hasPassphrase: false,
					readOnly: 'copy',
					heldBy: null,
					sideNotesPath: null,
					medium: 'unknown',
					backedUpAt: null,
					snapshotAt: null,
					recordCount: records.length,
					annotationCount: (await notes()).book.list().length,
					contentRoot: 'unknown',
					changeNumber: 0,
					runtime: software,
				};
			},
			left: () => [],
			recent: () => [],
		},
		records: {
			async list(place) {
				const { records } = await source.core();
				return withNotes(records.filter((record) => isListedIn(place, record)));
			},
			async some({ ids }) {
				const { records } = await source.core();
				return withNotes(records.filter(({ id }) => ids.includes(id)));
			},
			async get({ id }) {
				const [record] = await withNotes([(await source.record(id)).detail]);
				if (!record) throw new AppError('not-found', { what: id });
				return record;
			},
		},
		descriptions: { get: async ({ recordId }) => (await source.record(recordId)).description },
		collections: { list: async () => (await source.core()).collections },
		tags: { list: async () => (await source.core()).tags },
		wantedSources: {
			/** How far the search for each is, stays at home. */
			async list(): Promise<WantedSource[]> {
				const [{ records }, { citedCounts }] = await Promise.all([source.core(), source.links()]);
				const sources = records.flatMap((record): WantedSource[] => {
					const citedCount = citedCounts[record.id];
					if (citedCount === undefined) return [];
					const { id: recordId, title, kind, knownFrom, holding } = record;
					const unwritten = { status: 'wanted' as const, askedOn: '', note: '', receivedAt: null, revision: 0 };
					const dateEdtf = mainDate(record.dates);
					return [{ ...unwritten, recordId, title, kind, dateEdtf, knownFrom, holding, citedCount, isWithheld: false }];
				});
				return sources.sort((one, other) => other.citedCount - one.citedCount || (one.title < other.title ? -1 : 1));
			},
		},
	} satisfies { [N in keyof Answered]: Partial<Answered[N]> };
}
