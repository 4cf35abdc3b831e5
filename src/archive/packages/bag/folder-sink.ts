import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '#archive/db/sync.ts';
import type { BagSink } from './bag-sink.ts';

/** Files synced at one time: the disk orders them better than one after the other. */
const syncsAtOnce = 8;

/** A bag as a folder, which must not be there yet. */
export async function createFolderSink(root: string): Promise<BagSink> {
	await mkdir(root);
	const folders = new Set<string>([root]);
	const written: string[] = [];

	/**
	 * Subtle: one after the other, and none above the bag. `recursive` would make the whole path anew where the medium is
	 * gone meanwhile, and the rest of the bag would be written to the disk of a borrowed machine.
	 */
	async function makeFolder(folder: string): Promise<void> {
		if (folders.has(folder)) return;
		await makeFolder(dirname(folder));
		// Where case makes no difference, folders of two names may be one: the bag was made here, so it is ours.
		await mkdir(folder).catch((error: unknown) => {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		});
		folders.add(folder);
	}

	return {
		async add(path, pieces) {
			const file = join(root, path);
			await makeFolder(dirname(file));
			const handle = await open(file, 'wx');
			try {
				for await (const bytes of pieces) await handle.writeFile(bytes);
			} finally {
				await handle.close();
			}
			written.push(file);
		},
		async finish() {
			await Promise.all(Array.from({ length: syncsAtOnce }, () => syncNext(written)));
			for (const folder of folders) syncFolder(folder);
		},
		abort: async () => undefined,
	};
}

async function syncNext(files: string[]): Promise<void> {
	for (let file = files.pop(); file !== undefined; file = files.pop()) {
		// Windows syncs only what is open for writing.
		const handle = await open(file, 'r+');
		await handle.sync().finally(() => handle.close());
	}
}
