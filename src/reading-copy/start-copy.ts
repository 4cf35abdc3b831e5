import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { NotesState, ReadingCopyBridge, Watched } from '#shared/api/copy-bridge.ts';
import type { AnswerMessage, FactMessage } from '#shared/api/envelope.ts';
import { answer } from '#shared/api/server.ts';
import { languagePart, numberedPart, type SearchPart, workerParts } from '#shared/reading-copy/copy-parts.ts';
import { copyHandlers } from './copy-handlers.ts';
import { CopySource } from './copy-source.ts';
import { notesFileOf, readNotesFile } from './notes/notes-file.ts';
import { sealNotesOf } from './notes/seal-notes.ts';
import { openCopy } from './open-copy.ts';
import type { OpenedPage } from './open-page.ts';
import { watchedLoader } from './parts/part-loader.ts';
import { createSeal } from './seal.ts';
import { createChanging } from './watched.ts';

/** Parts of the index, of a megabyte each. */
const mostPrefetched = 16;

/** Bytes of an answer, which nobody keeps here: they go to whoever asked, instead of a copy of them. */
function handedOver(answered: AnswerMessage): ArrayBuffer[] {
	const values = answered.ok && Array.isArray(answered.value) ? answered.value : [];
	return values.flatMap((value) => (value instanceof Uint8Array ? (value.buffer as ArrayBuffer) : []));
}

/**
 * The host of a reading copy: it stands between the renderer, which is the app's own, and the parts of the copy, as the
 * preload script and the archive process do on the desktop.
 */
export function startCopy({ loader: carried, key }: OpenedPage): ReadingCopyBridge {
	const loader = watchedLoader(carried, (name, content) => seal.see(name, content));
	const seal = createSeal(() => loader);
	seal.open();
	const ports = new Set<MessagePort>();
	const notes = createChanging<NotesState>({ isKept: false, canKeep: false, hasFailed: false, unsaved: 0 });
	const copy = openCopy(new CopySource(loader), { tell, follow }, key);
	const handlers = copyHandlers(copy);
	// Whoever asks for them is told where they cannot be had.
	copy.notes().catch(() => undefined);
	/** SHA-256 of the notes that were sealed last. */
	let sealedDigest = '';
	prefetchIndex();
	const workerUrls = { search: '', graph: '' };
	for (const name of ['search', 'graph'] as const)
		void loader.load(workerParts[name]).then(
			(source) => {
				workerUrls[name] = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
			},
			() => undefined,
		);

	/**
	 * A first search reads most of a small index, part after part. Its files come while the page is drawn for the first time,
	 * when nothing else waits for the disk; of a large one only so many, since they stay in memory until they are asked for.
	 */
	function prefetchIndex(): void {
		const read = ({ segments }: SearchPart) => {
			const parts = new Set(segments.flatMap(({ pages }) => pages.map(({ part }) => part)));
			loader.prefetch([...parts].slice(0, mostPrefetched).map((part) => numberedPart('index', part)));
		};
		// Whoever searches is told where it cannot be had.
		copy.source.search().then(read, () => undefined);
	}

	function tell(fact: FactMessage): void {
		for (const port of ports) port.postMessage(fact);
	}

	function follow(state: Watched<NotesState>): void {
		notes.change(state.get());
		state.subscribe(() => notes.change(state.get()));
	}

	const bridge: ReadingCopyBridge = {
		isEncrypted: key !== null,
		connect() {
			const { port1, port2 } = new MessageChannel();
			port1.addEventListener('message', ({ data }) => {
				void answer(handlers, data).then((answered) => answered && port1.postMessage(answered, handedOver(answered)));
			});
			port1.start();
			ports.add(port1);
			return port2;
		},
		workerUrl: (name) => workerUrls[name],
		baseMap: () => copy.source.baseMap(),
		catalogue: async (locale) => JSON.parse(await loader.load(languagePart(locale))),
		async made() {
			const { madeAt, software } = await copy.source.core();
			return { at: madeAt, software };
		},
		seal: seal.state,
		checkSeal: seal.check,
		notes,
		keepNotes: async () => (await copy.notes()).keep(),
		forgetNotes: async () => (await copy.notes()).forget(),
		notesFile: () => notesFileOf(copy, key?.passphrase),
		notesSaved: () => void copy.notes().then((opened) => opened.markSaved()),
		home: async () => (await copy.source.core()).home,
		async sealNotes() {
			const file = await sealNotesOf(copy);
			sealedDigest = digestOf(file.bytes);
			return file;
		},
		isSealed: (bytes) => digestOf(bytes) === sealedDigest,
		removeNotes: async () => (await copy.notes()).empty(),
		openNotes: async (bytes) => (await copy.notes()).open(await readNotesFile(bytes, key?.passphrase)),
	};

	return bridge;
}

function digestOf(bytes: Uint8Array): string {
	return bytesToHex(sha256(bytes));
}
