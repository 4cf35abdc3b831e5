import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { openStaging, type Staging } from '#archive/device/staging.ts';
import { createHost, type Host, type HostOptions } from '#archive/host.ts';
import { forkImportProcess } from '#archive/importers/forked-process.ts';
import { buildEntry } from '#archive/importers/test-processes/build-entry.ts';
import { type ArchiveConnection, createConnection } from '#shared/api/client.ts';
import type { Channel } from '#shared/api/envelope.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';

export interface TestHosts {
	/** A path in the folder of the test, in which `a.txt` lies. */
	at(...path: string[]): string;
	staging(): Staging;
	/** A host with its data in `data` of the folder; what is still open is closed after the test. */
	start(options?: Partial<HostOptions>): Host;
	stop(host: Host): Promise<void>;
}

/** Hosts of one test file, with a folder of its own for each test. */
export function testHosts(): TestHosts {
	let folder: string;
	let importEntry: string;
	let staging: Staging;
	const hosts = new Set<Host>();
	const at = (...path: string[]) => join(folder, ...path);

	beforeAll(async () => {
		importEntry = await buildEntry(resolve(import.meta.dirname, '../../cli/import-process.ts'));
	}, 60_000);
	afterAll(() => rmSync(dirname(importEntry), { recursive: true }));
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lectern-host-'));
		staging = openStaging(at('data/staging'));
		writeFileSync(at('a.txt'), 'Alpha beta gamma, sample letter 7.');
	});
	afterEach(async () => {
		for (const host of hosts) await host.close();
		hosts.clear();
		rmSync(folder, { recursive: true });
	});
	return {
		at,
		staging: () => staging,
		start(options = {}) {
			const host = createHost({
				dataFolder: openDataFolder(at('data')),
				staging,
				archivePath: null,
				startImportProcess: () => forkImportProcess(importEntry),
				runtime: 'test',
				resourcesFolder: resolve(import.meta.dirname, '../../../resources'),
				canUsePaths: true,
				onProblem(error) {
					throw error;
				},
				...options,
			});
			hosts.add(host);
			return host;
		},
		async stop(host) {
			hosts.delete(host);
			await host.close();
		},
	};
}

/** Two ends of a port in memory: what crosses is cloned, as between processes. */
export function connect(host: Host): ArchiveConnection & { leave(): void } {
	const [near, far] = [createEnd(), createEnd()];
	const channelOf = (own: End, other: End): Channel => ({
		send(message) {
			const cloned = structuredClone(message);
			queueMicrotask(() => other.hear(cloned));
		},
		onMessage: (listener) => own.listeners.push(listener),
		onClose: (listener) => own.closers.push(listener),
	});
	host.serve(channelOf(far, near));
	const connection = createConnection(channelOf(near, far));
	return {
		...connection,
		leave() {
			for (const close of far.closers) close();
		},
	};
}

interface End {
	listeners: ((message: unknown) => void)[];
	closers: (() => void)[];
	hear(message: unknown): void;
}

function createEnd(): End {
	const listeners: End['listeners'] = [];
	return {
		listeners,
		closers: [],
		hear(message) {
			for (const listener of listeners) listener(message);
		},
	};
}

export function whenJobEnds({ on }: ArchiveConnection, id: JobId): Promise<JobProgress> {
	return new Promise((done) => {
		const stopListening = on('jobs.changed', ({ job }) => {
			if (job.id !== id || !job.endedAt) return;
			stopListening();
			done(job);
		});
	});
}
