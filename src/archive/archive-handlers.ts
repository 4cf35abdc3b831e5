import type { ArchiveHandlers } from '#shared/api/contract.ts';
import type { Archive } from './archive.ts';
import { encodings } from './importers/encoding-names.ts';

/** The calls that an open archive answers by itself; opening others, uploads and the device profile are the host's. */
export type OwnHandlers = Omit<ArchiveHandlers, 'archive' | 'annotations' | 'editions' | 'jobs' | 'profile'> & {
	archive: Pick<ArchiveHandlers['archive'], 'status' | 'rename'>;
	annotations: Omit<ArchiveHandlers['annotations'], 'importFrom'>;
	editions: Omit<ArchiveHandlers['editions'], 'addFrom'>;
	jobs: Omit<ArchiveHandlers['jobs'], 'add'>;
};

/** Each call of the contract, led to the service that answers it. */
export function handlersOf(archive: Archive): OwnHandlers {
	const { services } = archive;
	const { records, editions, originals, annotations, links, lists, names, nameJoining, events, collections, tags } =
		services;
	const { custody, jobs, search, segments, savedSearches, history } = services;
	return {
		archive: { status: () => archive.status(), rename: (argument) => archive.rename(argument) },
		records: {
			list: (argument) => records.list(argument),
			get: (argument) => records.get(argument),
			add: (argument) => records.add(argument),
			update: (argument) => records.update(argument),
			moveToBin: (argument) => records.moveToBin(argument),
			restore: (argument) => records.restore(argument),
		},
		editions: {
			get: (argument) => editions.get(argument),
			blocks: (argument) => editions.blocks(argument),
			layout: (argument) => editions.layout(argument),
			counterparts: (argument) => editions.counterparts(argument),
			reread: (argument) => services.rereading.reread(argument),
			encodings: () => [...encodings],
		},
		originals: {
			readRange: ({ sha256, offset, length }) => originals.readRange(sha256, offset, length),
			saveTo: ({ sha256, path }) => originals.saveTo(sha256, path),
			verify: (argument) => services.verification.verify(argument),
		},
		annotations: {
			list: (argument) => annotations.list(argument),
			add: (argument) => annotations.add(argument),
			update: (argument) => annotations.update(argument),
			place: (argument) => {
				services.placements.place(argument);
				return annotations.get(argument);
			},
			leave: (argument) => {
				services.placements.leave(argument);
				return annotations.get(argument);
			},
			remove: (argument) => annotations.remove(argument),
			change: (argument) => annotations.change(argument),
			history: (argument) => annotations.history(argument),
			exportText: ({ format, choice }) => services.annotationsExport.toText(format, choice),
			exportTo: ({ format, choice, path }) => services.annotationsExport.toFile(format, choice, path),
		},
		links: {
			list: (argument) => links.list(argument),
			onAnnotations: (argument) => links.onAnnotations(argument),
			add: (argument) => links.add(argument),
			remove: (argument) => links.remove(argument),
			accept: (argument) => links.accept(argument),
		},
		evidence: {
			list: () => services.evidence.list(),
			exportText: ({ format, choice }) => services.evidenceExport.toText(format, choice),
			exportTo: ({ format, choice, path }) => services.evidenceExport.toFile(format, choice, path),
		},
		lists: { read: (argument) => lists.read(argument), saveTo: (argument) => lists.saveTo(argument) },
		names: {
			list: () => names.list(),
			get: (argument) => names.get(argument),
			uses: (argument) => nameJoining.uses(argument),
			add: (argument) => names.add(argument),
			update: (argument) => names.update(argument),
			merge: (argument) => nameJoining.merge(argument),
			split: (argument) => nameJoining.split(argument),
			remove: (argument) => names.remove(argument),
		},
		events: { list: () => events.list(), get: (argument) => events.get(argument) },
		collections: {
			list: () => collections.list(),
			add: (argument) => collections.add(argument),
			rename: (argument) => collections.rename(argument),
			remove: (argument) => collections.remove(argument),
			addRecords: (argument) => collections.addRecords(argument),
			removeRecords: (argument) => collections.removeRecords(argument),
		},
		tags: { list: () => tags.list(), setOnRecord: (argument) => tags.setOnRecord(argument) },
		custody: { list: (argument) => custody.list(argument), check: () => custody.check() },
		jobs: {
			list: () => jobs.list(),
			get: (argument) => jobs.get(argument),
			items: (argument) => jobs.items(argument),
			cancel: (argument) => jobs.cancel(argument),
			retry: (argument) => services.adding.retry(argument),
		},
		search: {
			documents: (argument) => search.documents(argument),
			documentsOf: (argument) => search.documentsOf(argument),
			owners: (argument) => search.owners(argument),
			texts: (argument) => search.texts(argument),
			segments: () => segments.list(),
			segmentPages: (argument) => segments.pages(argument),
		},
		savedSearches: {
			list: () => savedSearches.list(),
			add: (argument) => savedSearches.add(argument),
			rename: (argument) => savedSearches.rename(argument),
			remove: (argument) => savedSearches.remove(argument),
		},
		history: { state: () => history.state(), undo: () => history.undo(), redo: () => history.redo() },
	};
}
