import type { ArchiveHandlers } from '#shared/api/contract.ts';
import type { Archive } from './archive.ts';
import { encodings } from './importers/encoding-names.ts';
import { openerIn } from './packages/opener.ts';
import { checkSignature, publicLineOf, signatureBeside } from './signing/signature-check.ts';

/** The calls that an open archive answers by itself; opening others, uploads and the device profile are the host's. */
export type OwnHandlers = Omit<
	ArchiveHandlers,
	| 'archive'
	| 'annotations'
	| 'device'
	| 'editions'
	| 'home'
	| 'inbox'
	| 'jobs'
	| 'merge'
	| 'profile'
	| 'recognition'
	| 'sideNotes'
	| 'translations'
> & {
	archive: Pick<ArchiveHandlers['archive'], 'status' | 'rename'>;
	annotations: Omit<ArchiveHandlers['annotations'], 'importFrom'>;
	editions: Omit<ArchiveHandlers['editions'], 'addFrom'>;
	home: Omit<ArchiveHandlers['home'], 'removeOpen'>;
	inbox: Pick<ArchiveHandlers['inbox'], 'file'>;
	jobs: Omit<ArchiveHandlers['jobs'], 'add'>;
	merge: Omit<ArchiveHandlers['merge'], 'preview'>;
	recognition: Omit<ArchiveHandlers['recognition'], 'addLanguage'>;
	translations: Omit<ArchiveHandlers['translations'], 'bringIn'>;
};

/** Each call of the contract, led to the service that answers it. */
export function handlersOf(archive: Archive): OwnHandlers {
	const { services } = archive;
	const { records, editions, originals, annotations, links, names, nameJoining, events, collections, tags } = services;
	const { custody, jobs, search, segments, savedSearches, history, onDemand } = services;
	return {
		archive: { status: () => archive.status(), rename: (argument) => archive.rename(argument) },
		records: {
			list: (argument) => records.list(argument),
			some: (argument) => records.some(argument),
			get: (argument) => records.get(argument),
			add: (argument) => records.add(argument),
			update: (argument) => records.update(argument),
			join: (argument) => services.recordJoining.join(argument),
			moveToBin: (argument) => records.moveToBin(argument),
			restore: (argument) => records.restore(argument),
		},
		descriptions: {
			get: (argument) => services.descriptions.get(argument),
			common: (argument) => services.descriptions.common(argument),
			update: (argument) => services.descriptions.update(argument),
			giver: (argument) => services.descriptions.giver(argument),
			setGiver: (argument) => services.descriptions.setGiver(argument),
		},
		references: {
			quotation: (argument) => services.references.quotation(argument),
			exportText: async ({ format, choice }) => (await onDemand()).referencesExport.toText(format, choice),
			exportTo: async ({ format, choice, path }) => (await onDemand()).referencesExport.toFile(format, choice, path),
		},
		quotes: {
			list: (argument) => services.quotes.list(argument),
			add: (argument) => services.quotes.add(argument),
			update: (argument) => services.quotes.update(argument),
			move: (argument) => services.quotes.move(argument),
			remove: (argument) => services.quotes.remove(argument),
			addFolder: (argument) => services.quotes.addFolder(argument),
			renameFolder: (argument) => services.quotes.renameFolder(argument),
			removeFolder: (argument) => services.quotes.removeFolder(argument),
			exportBytes: async (argument) => (await onDemand()).quotesExport.toBytes(argument),
			exportTo: async ({ path, ...argument }) => (await onDemand()).quotesExport.toFile(argument, path),
		},
		cards: {
			make: async (argument) => (await onDemand()).cards.make(argument),
			saveTo: async (argument) => (await onDemand()).cards.saveTo(argument),
			prove: async (argument) => (await onDemand()).cardProof.prove(argument),
		},
		catalogue: {
			preview: async (argument) => (await onDemand()).catalogue.preview(argument),
			importRows: async (argument) => (await onDemand()).catalogue.importRows(argument),
		},
		editions: {
			get: (argument) => editions.get(argument),
			opening: (argument) => editions.opening(argument),
			blocks: (argument) => editions.blocks(argument),
			picture: async (argument) => (await onDemand()).pictures.read(argument),
			layout: (argument) => editions.layout(argument),
			recognised: (argument) => editions.recognised(argument),
			counterparts: (argument) => editions.counterparts(argument),
			reread: (argument) => services.rereading.reread(argument),
			transcribe: (argument) => services.transcribing.transcribe(argument),
			write: (argument) => services.writing.write(argument),
			redact: (argument) => services.writing.redact(argument),
			endRedaction: (argument) => services.writing.endRedaction(argument),
			blackOut: async (argument) => (await onDemand()).blackingOut.blackOut(argument),
			draft: (argument) => services.drafts.find(argument),
			keepDraft: (argument) => services.drafts.keep(argument),
			dropDraft: (argument) => services.drafts.drop(argument),
			encodings: () => [...encodings],
		},
		alignments: {
			list: (argument) => services.alignments.list(argument),
			settle: (argument) => services.alignments.settle(argument),
			remove: (argument) => services.alignments.remove(argument),
		},
		translations: {
			list: (argument) => services.translations.list(argument),
			ask: (argument) => services.translations.ask(argument),
			stop: (argument) => services.translations.stop(argument),
			exportBytes: async (argument) => (await onDemand()).sheetExport.toBytes(argument),
			exportTo: async ({ path, ...argument }) => (await onDemand()).sheetExport.toFile(argument, path),
			write: (argument) => services.translating.write(argument),
			begun: (argument) => services.translating.begun(argument),
		},
		originals: {
			describe: ({ sha256 }) => originals.get(sha256),
			readRange: ({ sha256, offset, length }) => originals.readRange(sha256, offset, length),
			saveTo: ({ sha256, path }) => originals.saveTo(sha256, path),
			verify: (argument) => services.verification.verify(argument),
		},
		annotations: {
			list: (argument) => annotations.list(argument),
			some: (argument) => annotations.some(argument),
			placesIn: (argument) => services.placements.placesIn(argument),
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
			exportText: async ({ format, choice }) => (await onDemand()).annotationsExport.toText(format, choice),
			exportTo: async ({ format, choice, path }) => (await onDemand()).annotationsExport.toFile(format, choice, path),
		},
		links: {
			list: (argument) => links.list(argument),
			onAnnotations: (argument) => links.onAnnotations(argument),
			add: (argument) => links.add(argument),
			remove: (argument) => links.remove(argument),
			accept: (argument) => links.accept(argument),
			placesIn: (argument) => services.linkPlacements.placesIn(argument),
			place: (argument) => services.linkPlacements.place(argument),
			leave: (argument) => services.linkPlacements.leave(argument),
		},
		evidence: {
			list: () => services.evidence.list(),
			ofEvent: (argument) => services.evidence.ofEvent(argument),
			exportText: async ({ format, choice }) => (await onDemand()).evidenceExport.toText(format, choice),
			exportTo: async ({ format, choice, path }) => (await onDemand()).evidenceExport.toFile(format, choice, path),
		},
		findingAid: {
			exportText: async ({ format }) => (await onDemand()).findingAid.toText(format),
			exportTo: async ({ format, path }) => (await onDemand()).findingAid.toFile(format, path),
			sheet: async () => (await onDemand()).findingAid.toSheet(),
		},
		receipts: {
			make: async (argument) => (await onDemand()).receipts.make(argument),
			exportTo: async ({ path, ...choice }) => (await onDemand()).receipts.toFile(choice, path),
			prove: async (argument) => (await onDemand()).receiptProof.prove(argument),
		},
		lists: {
			read: async (argument) => (await onDemand()).lists.read(argument),
			saveTo: async (argument) => (await onDemand()).lists.saveTo(argument),
		},
		home: {
			state: async () => (await onDemand()).home.state(),
			makeKey: async (argument) => (await onDemand()).home.makeKey(argument),
			set: async (argument) => (await onDemand()).home.set(argument),
			preview: async () => (await onDemand()).home.preview(),
			seal: async ({ id, ...request }) => (await onDemand()).home.seal(id, request),
			sealed: async () => (await onDemand()).home.sealed(),
		},
		backups: { start: ({ id, ...request }) => services.backup.start(id, request) },
		packages: {
			preview: async (argument) => (await onDemand()).packageExport.preview(argument),
			sweep: async (argument) => (await onDemand()).packageExport.sweep(argument),
			stopSweep: async (argument) => (await onDemand()).packageExport.stopSweep(argument),
			exportTo: async ({ id, ...request }) => (await onDemand()).packageExport.export(id, request),
			check: async ({ path, ...key }) => {
				const { checkBagAt } = await import('./packages/check-bag-at.ts');
				return checkBagAt(path, openerIn(key));
			},
			importFrom: async ({ id, path, ...key }) => (await onDemand()).packageImport.import(id, path, openerIn(key)),
		},
		readingCopies: {
			preview: async (argument) => (await onDemand()).readingCopy.preview(argument),
			sweep: async (argument) => (await onDemand()).readingCopy.sweep(argument),
			stopSweep: async (argument) => (await onDemand()).readingCopy.stopSweep(argument),
			exportTo: async ({ id, ...request }) => (await onDemand()).readingCopy.export(id, request),
		},
		names: {
			list: () => names.list(),
			get: (argument) => names.get(argument),
			uses: (argument) => nameJoining.uses(argument),
			previewMerge: (argument) => nameJoining.previewMerge(argument),
			add: (argument) => names.add(argument),
			update: (argument) => names.update(argument),
			addCoordinates: (argument) => names.addCoordinates(argument),
			merge: (argument) => nameJoining.merge(argument),
			split: (argument) => nameJoining.split(argument),
			remove: (argument) => names.remove(argument),
		},
		mentions: {
			list: (argument) => services.mentions.list(argument),
			judge: (argument) => services.mentions.judge(argument),
		},
		nameSuggestions: {
			scan: (argument) => services.nameSuggestions.scan(argument),
			rejected: () => services.nameSuggestions.rejected(),
			reject: (argument) => services.nameSuggestions.reject(argument),
			readmit: (argument) => services.nameSuggestions.readmit(argument),
		},
		wantedSources: {
			list: () => services.wantedSources.list(),
			update: (argument) => services.wantedSources.update(argument),
		},
		withdrawals: {
			list: () => services.withdrawals.list(),
			preview: (argument) => services.withdrawals.preview(argument),
			purge: (argument) => services.withdrawals.purge(argument),
			lift: (argument) => services.withdrawals.lift(argument),
		},
		foundDates: {
			scan: (argument) => services.foundDates.scan(argument),
			rejected: (argument) => services.foundDates.rejected(argument),
			reject: (argument) => services.foundDates.reject(argument),
			readmit: (argument) => services.foundDates.readmit(argument),
		},
		events: {
			list: () => events.list(),
			get: (argument) => events.get(argument),
			add: (argument) => events.add(argument),
			update: (argument) => events.update(argument),
			remove: (argument) => events.remove(argument),
			exportText: async ({ format, choice }) => (await onDemand()).chronologyExport.toText(format, choice),
			exportTo: async ({ format, choice, path }) => (await onDemand()).chronologyExport.toFile(format, choice, path),
		},
		graph: {
			read: async (argument) => (await onDemand()).graph.read(argument),
			exportText: async ({ format, choice }) => (await onDemand()).graphExport.toText(format, choice),
			exportTo: async ({ format, choice, path }) => (await onDemand()).graphExport.toFile(format, choice, path),
		},
		map: {
			labels: () => services.map.labels(),
			setLabels: (argument) => services.map.setLabels(argument),
			layers: () => services.map.layers(),
			pictures: async () => (await onDemand()).scans.pictures(),
			layScan: async (argument) => (await onDemand()).scans.lay(argument),
			exportText: async ({ format, choice }) => (await onDemand()).mapExport.toText(format, choice),
			exportTo: async ({ format, choice, path }) => (await onDemand()).mapExport.toFile(format, choice, path),
		},
		collections: {
			list: () => collections.list(),
			add: (argument) => collections.add(argument),
			rename: (argument) => collections.rename(argument),
			remove: (argument) => collections.remove(argument),
			addRecords: (argument) => collections.addRecords(argument),
			removeRecords: (argument) => collections.removeRecords(argument),
		},
		tags: { list: () => tags.list(), setOnRecord: (argument) => tags.setOnRecord(argument) },
		custody: {
			list: (argument) => custody.list(argument),
			find: (argument) => custody.find(argument),
			head: () => custody.size(),
			check: (argument) => custody.check(argument),
			exportText: async (argument) => (await onDemand()).custodyExport.toText(argument),
			exportTo: async ({ path, ...choice }) => (await onDemand()).custodyExport.toFile(choice, path),
		},
		signing: {
			key: () => services.signingKey.info(),
			make: ({ passphrase }) => services.signingKey.make(passphrase),
			bringIn: ({ secret, passphrase }) => services.signingKey.bringIn(secret, passphrase),
			remove: () => services.signingKey.remove(),
			check: ({ base64, signature, publicKey }) =>
				checkSignature(Buffer.from(base64, 'base64'), signature, {
					named: publicKey.trim() === '' ? null : publicLineOf(publicKey),
					own: services.signingKey.info(),
				}),
			beside: ({ path }) => signatureBeside(path),
		},
		inbox: { file: (argument) => services.inbox.file(argument) },
		jobs: {
			addPasted: ({ id, base64, ...pasted }) =>
				services.adding.addBytes(
					id,
					{ ...pasted, bytes: Buffer.from(base64, 'base64') },
					{ collectionId: services.inbox.ensure() },
				),
			list: () => jobs.list(),
			get: (argument) => jobs.get(argument),
			items: ({ words, ...report }) => (words?.trim() ? jobs.itemsSaying({ ...report, words }) : jobs.items(report)),
			cancel: (argument) => jobs.cancel(argument),
			retry: (argument) => {
				const { kind } = jobs.get(argument);
				if (kind === 'recognise') return services.recognition.retry(argument);
				return (kind === 'purge' ? services.withdrawals : services.adding).retry(argument);
			},
		},
		recognition: {
			languages: () => services.recognition.languages(),
			start: (argument) => services.recognition.start(argument),
			removeLanguage: (argument) => services.recognition.removeLanguage(argument),
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
		merge: {
			things: (argument) => services.merge.things(argument),
			start: (argument) => services.merge.start(argument),
			close: (argument) => services.merge.close(argument),
		},
		conflicts: {
			list: () => services.conflicts.list(),
			settle: (argument) => services.conflicts.settle(argument),
		},
		history: { state: () => history.state(), undo: () => history.undo(), redo: () => history.redo() },
	};
}
