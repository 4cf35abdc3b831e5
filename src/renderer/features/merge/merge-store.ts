import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import type { FileSource } from '#shared/api/file-source.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { MergePreview, MergeReading } from '#shared/domain/merge.ts';
import { pickFile, sendFiles } from '../adding/index.ts';

/** Where a merge stands: nothing chosen, being read, looked at, being done or done; or why it could not be read. */
export type MergeState =
	| { stage: 'none' }
	| ({ stage: 'reading'; file: string } & MergeReading)
	| { stage: 'preview' | 'merging'; id: JobId; preview: MergePreview }
	| { stage: 'failed'; error: unknown; source?: FileSource };

export const useMerge = create<MergeState>(() => ({ stage: 'none' }));

const set = (state: MergeState) => useMerge.setState(state, true);

/** Follows what the archive tells while another one is read; forgets all when the open archive is another. */
export function followMerge(): () => void {
	const stops = [
		archive.on('merge.reading', (reading) => {
			const state = useMerge.getState();
			if (state.stage === 'reading' && state.id === reading.id) set({ ...state, ...reading });
		}),
		archive.on('archive.opened', () => set({ stage: 'none' })),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

/** Asks for another archive, or a package, and looks into it. Nothing happens when none is chosen. */
export async function chooseOther(): Promise<void> {
	const source = await chooseSource();
	if (source) await lookInto(source);
}

/** What opens one that is encrypted: a passphrase, or secret keys of age. */
export type MergeKey = { passphrase: string } | { identities: string[] };

/** Looks into another archive or a package; the key is for one that is encrypted. */
export async function lookInto(source: FileSource, key?: MergeKey): Promise<void> {
	await leaveMerge();
	const id = newId<JobId>();
	set({ stage: 'reading', id, file: nameOf(source), unit: 'files', done: 0, total: 0 });
	const isStill = () => {
		const state = useMerge.getState();
		return state.stage === 'reading' && state.id === id;
	};
	try {
		const preview = await archive.calls.merge.preview({ id, source, ...key });
		if (isStill()) set({ stage: 'preview', id, preview });
	} catch (error) {
		if (isStill()) set({ stage: 'failed', error, source });
	}
}

/** Merges what was looked at; the job tells how it goes. */
export async function startMerge(): Promise<void> {
	const state = useMerge.getState();
	if (state.stage !== 'preview') return;
	set({ ...state, stage: 'merging' });
	try {
		await archive.calls.merge.start({ id: state.id });
	} catch (error) {
		set({ stage: 'failed', error });
	}
}

/** Lets go of the other archive, and stops reading it. */
export async function leaveMerge(): Promise<void> {
	const state = useMerge.getState();
	set({ stage: 'none' });
	if (state.stage === 'reading' || state.stage === 'preview') await archive.calls.merge.close({ id: state.id });
}

async function chooseSource(): Promise<FileSource | undefined> {
	if (desktop) {
		const path = await desktop.chooseMergeSource();
		return path ? { kind: 'path', path } : undefined;
	}
	const file = await pickFile('.lectern,.zip,.age,.jsonld');
	return file ? (await sendFiles([file]))[0] : undefined;
}

function nameOf(source: FileSource): string {
	return source.kind === 'upload' ? source.name : (source.path.split(/[\\/]/).at(-1) ?? source.path);
}
