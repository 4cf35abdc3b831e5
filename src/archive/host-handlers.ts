import { basename, join, resolve } from 'node:path';
import { type ArchiveHandlers, argumentSchemas } from '#shared/api/contract.ts';
import { type AddSource, keepZipKey } from '#shared/api/jobs-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { AddRequest } from './adding/adding-service.ts';
import { handlersOf, type OwnHandlers } from './archive-handlers.ts';
import type { CurrentArchive } from './current-archive.ts';
import type { Device } from './device/device.ts';
import type { Staging } from './device/staging.ts';
import { removeOpen } from './home/remove-open.ts';
import type { InboxWatcher } from './inbox/inbox-watcher.ts';
import { openerIn } from './packages/opener.ts';
import type { UnpluggingService } from './unplug/unplugging-service.ts';

export interface HostHandlersOptions {
	current: CurrentArchive;
	device: Device;
	/** Where archives are made whose client can only give a name. */
	archivesFolder: string;
	/** False where the client may not name files of this machine: it sends them beforehand, into `staging`. */
	canUsePaths: boolean;
	staging: Staging | null;
	onProfileChanged(key: string): void;
	unplugging: UnpluggingService;
	inboxWatcher: InboxWatcher;
	/** The archive was closed, and waits for its passphrase. */
	onLocked(path: string): void;
	/** The archive is being written anew under another passphrase. */
	onRewriting(done: number, total: number): void;
}

/** Everything of the contract: the open archive's own calls, and those that are about which archive is open. */
export function hostHandlers(options: HostHandlersOptions): ArchiveHandlers {
	const { current, device, canUsePaths } = options;
	const { profile } = device;
	let changing: AbortController | null = null;
	const open = delegateTo(() => handlersOf(current.get()), canUsePaths);
	return {
		...open,
		archive: {
			status: () => current.get().status(),
			rename: (argument) => current.get().rename(argument),
			async open({ path, passphrase }) {
				const isKnown = current.waitingPath() === path || profile.recent().some((recent) => recent.path === path);
				if (!canUsePaths && !isKnown) throw noPaths();
				return (await current.open(path, passphrase)).status();
			},
			async create({ path, title, passphrase }) {
				const place = canUsePaths ? path : join(options.archivesFolder, fileNameOf(path));
				return (await current.create(resolve(place), title, passphrase)).status();
			},
			async changePassphrase({ current: now = null, next }) {
				if (changing) throw new AppError('conflict');
				changing = new AbortController();
				const { signal } = changing;
				try {
					const follow = { signal, onProgress: options.onRewriting };
					return { left: await current.changePassphrase({ current: now, next }, follow) };
				} finally {
					changing = null;
				}
			},
			cancelPassphrase: () => changing?.abort(),
			left: () => current.get().copies.left(),
			removeLeft: () => current.removeLeft(),
			async lock() {
				const path = await current.lock();
				if (path !== null) options.onLocked(path);
			},
			unplug: () => options.unplugging.unplug(),
			stopUnplugReading: () => options.unplugging.stopReading(),
			recent: () => profile.recent(),
		},
		annotations: {
			...open.annotations,
			async importFrom({ id, source }) {
				const { path, name = basename(path) } = toPath(source, options);
				options.staging?.assign(id, uploadIdsOf([source]));
				try {
					const { annotationsImport } = await current.get().services.onDemand();
					return await annotationsImport.importFile(id, path, name);
				} finally {
					options.staging?.release(id);
				}
			},
		},
		editions: {
			...open.editions,
			addFrom({ source, ...request }) {
				const { path, name = basename(path) } = toPath(source, options);
				const { newEditions } = current.get().services;
				return newEditions
					.add({ ...request, path, name })
					.finally(() => options.staging?.remove(uploadIdsOf([source])));
			},
		},
		home: {
			...open.home,
			async removeOpen({ id }) {
				if (!canUsePaths) throw noPaths();
				const { home } = await current.get().services.onDemand();
				return removeOpen(home, id, () => current.close(new AppError('no-archive')));
			},
		},
		inbox: {
			...open.inbox,
			folder: () => options.inboxWatcher.folder,
			watch: ({ path }) => options.inboxWatcher.watch(current.get(), path),
		},
		jobs: {
			...open.jobs,
			add({ id, sources, collectionId }) {
				const paths = sources.map((source) => toPath(source, options));
				const keepsZip = profile.get(keepZipKey) === true;
				const request: AddRequest = { paths, keepsZip, ...(collectionId !== undefined && { collectionId }) };
				options.staging?.assign(id, uploadIdsOf(sources));
				return current.get().services.adding.add(id, request);
			},
		},
		merge: {
			...open.merge,
			preview({ id, source, ...key }) {
				const { path, name = basename(path) } = toPath(source, options);
				options.staging?.assign(id, uploadIdsOf([source]));
				return underItsName({ path, name }, current.get().services.merge.preview(id, path, name, openerIn(key)));
			},
			async close(argument) {
				await open.merge.close(argument);
				options.staging?.release(argument.id);
			},
		},
		sideNotes: {
			found() {
				if (!canUsePaths) return [];
				const { services, key } = sideNotesOf(current);
				return services.sideNotes.found({ lastPath: String(profile.get(key) ?? '') });
			},
			async use({ path }) {
				if (!canUsePaths) throw noPaths();
				const { services, key } = sideNotesOf(current);
				await services.sideNotes.use({ path });
				profile.set(key, services.sideNotes.path);
			},
		},
		recognition: {
			...open.recognition,
			addLanguage({ source }) {
				const { path, name = basename(path) } = toPath(source, options);
				const { recognition } = current.get().services;
				return recognition.addLanguage(path, name).finally(() => options.staging?.remove(uploadIdsOf([source])));
			},
		},
		translations: {
			...open.translations,
			bringIn({ source, ...request }) {
				const { path, name = basename(path) } = toPath(source, options);
				const { translating } = current.get().services;
				return translating
					.bringIn({ ...request, path, name })
					.finally(() => options.staging?.remove(uploadIdsOf([source])));
			},
		},
		device: {
			field: () => device.field.state(),
			setField: (argument) => device.field.set(argument),
			removeCopies: () => device.field.removeCopies(),
			readiness: () => device.readiness(),
		},
		profile: {
			get: ({ key }) => profile.get(key),
			set({ key, value }) {
				profile.set(key, value);
				options.onProfileChanged(key);
			},
		},
	};
}

/** With the key of the profile that says where notes on the open archive went last. */
function sideNotesOf(current: CurrentArchive) {
	const archive = current.get();
	return { services: archive.services, key: `side-notes.${archive.status().archiveId}` };
}

/** Calls that take a path of this machine, whichever noun they are of, and others that do. */
const pathCalls: ReadonlySet<string> = new Set(['exportTo', 'saveTo']);
const otherPathCalls: ReadonlySet<string> = new Set([
	'backups.start',
	'home.makeKey',
	'home.seal',
	'packages.check',
	'packages.importFrom',
	'signing.beside',
]);

/**
 * Handlers that look up the open archive at each call, so that they outlive it.
 *
 * @param canUsePaths false where the client may name no path of this machine
 */
function delegateTo(handlers: () => OwnHandlers, canUsePaths: boolean): OwnHandlers {
	type AnyHandlers = Record<string, Record<string, (argument: unknown) => unknown>>;
	const delegate = (noun: string, call: string) => (argument: unknown) => {
		const takesPath = pathCalls.has(call) || otherPathCalls.has(`${noun}.${call}`);
		if (takesPath && !canUsePaths) throw noPaths();
		return (handlers() as unknown as AnyHandlers)[noun]?.[call]?.(argument);
	};
	const nouns = Object.entries(argumentSchemas).map(([noun, calls]) => [
		noun,
		Object.fromEntries(Object.keys(calls).map((call) => [call, delegate(noun, call)])),
	]);
	return Object.fromEntries(nouns) as OwnHandlers;
}

function toPath(source: AddSource, { canUsePaths, staging }: HostHandlersOptions): AddRequest['paths'][number] {
	if (source.kind === 'path') {
		if (!canUsePaths) throw noPaths();
		return { path: source.path };
	}
	if (!staging) throw new AppError('not-found', { what: source.name });
	return { path: staging.pathOf(source.uploadId), name: source.name };
}

/** What a browser sent lies under a name of its own; a failure tells it by the one that the person knows. */
async function underItsName<T>({ path, name }: { path: string; name: string }, reading: Promise<T>): Promise<T> {
	try {
		return await reading;
	} catch (error) {
		if (!(error instanceof AppError) || error.detail.file !== basename(path)) throw error;
		throw new AppError(error.code, { ...error.detail, file: name }, { cause: error });
	}
}

function uploadIdsOf(sources: readonly AddSource[]): string[] {
	return sources.flatMap((source) => (source.kind === 'upload' ? [source.uploadId] : []));
}

/** A bare file name that names an archive, whatever was typed. */
function fileNameOf(typed: string): string {
	const name = basename(typed.replaceAll('\\', '/'));
	return name.endsWith('.lectern') ? name : `${name}.lectern`;
}

function noPaths(): AppError {
	return new AppError('invalid-input', { reason: message('serve.noPaths') });
}
