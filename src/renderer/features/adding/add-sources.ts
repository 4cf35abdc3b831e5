import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { showError } from '#renderer/ui/toast.ts';
import type { AddSource } from '#shared/api/jobs-api.ts';
import { type CollectionId, type JobId, newId } from '#shared/domain/ids.ts';
import { pickFiles } from './pick-files.ts';
import { type NamedFile, sendFiles } from './uploads.ts';

/** Starts one job for all of them. The id is made here, so that a repeated call makes one job. */
export function addSources(sources: AddSource[], collectionId?: CollectionId): void {
	if (sources.length === 0) return;
	const id = newId<JobId>();
	archive.calls.jobs.add({ id, sources, ...(collectionId ? { collectionId } : {}) }).catch(showError);
}

export function addPaths(paths: readonly string[]): void {
	addSources(paths.map((path) => ({ kind: 'path', path })));
}

/** Sends the files to the machine's own archive host first; only the browser edition needs it. */
export async function addBrowserFiles(files: readonly NamedFile[]): Promise<void> {
	addSources(await sendFiles(files));
}

export function chooseFiles(): void {
	choose(desktop?.chooseFiles, false).catch(showError);
}

export function chooseFolder(): void {
	choose(desktop?.chooseFolder, true).catch(showError);
}

async function choose(askDesktop: (() => Promise<string[]>) | undefined, isFolder: boolean): Promise<void> {
	if (askDesktop) addPaths(await askDesktop());
	else await addBrowserFiles(await pickFiles({ isFolder }));
}
