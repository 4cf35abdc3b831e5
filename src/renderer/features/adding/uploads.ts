import { create } from 'zustand';
import type { AddSource } from '#shared/api/jobs-api.ts';
import { AppError } from '#shared/domain/app-error.ts';

/** A file with its path below the folder that was chosen, or its bare name. */
export interface NamedFile {
	file: File;
	name: string;
}

/** How many files are on their way to the archive host; `total` 0 when none are. */
export const useUploads = create<{ done: number; total: number }>(() => ({ done: 0, total: 0 }));

const sentAtOnce = 3;

/** Sends the bytes to the host on this machine and gives what `jobs.add` takes, in the same order. */
export async function sendFiles(files: readonly NamedFile[]): Promise<AddSource[]> {
	const sources: AddSource[] = [];
	const queue = [...files.entries()];
	useUploads.setState(({ total }) => ({ total: total + files.length }));
	try {
		await Promise.all(
			Array.from({ length: Math.min(sentAtOnce, files.length) }, async () => {
				for (let next = queue.shift(); next; next = queue.shift()) {
					const [index, file] = next;
					sources[index] = await sendFile(file);
					useUploads.setState(({ done }) => ({ done: done + 1 }));
				}
			}),
		);
	} finally {
		useUploads.setState({ done: 0, total: 0 });
	}
	return sources;
}

async function sendFile({ file, name }: NamedFile): Promise<AddSource> {
	const response = await fetch('/uploads', {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
		body: file,
	}).catch(() => null);
	if (!response?.ok) throw new AppError('connection-lost');
	const { uploadId } = (await response.json()) as { uploadId: string };
	return { kind: 'upload', uploadId, name };
}
