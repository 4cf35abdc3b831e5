import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BagFinding } from '#shared/domain/package.ts';
import { type BagSource, pieceBytes } from './bag-source.ts';

/** A bag that is a folder. Links are not followed: a bag from a stranger must not read what is outside of it. */
export async function openFolder(root: string): Promise<BagSource> {
	const files = new Map<string, number>();
	const folders = new Set<string>();
	const refused: BagFinding[] = [];

	async function walk(folder: string): Promise<void> {
		for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) {
				folders.add(path);
				await walk(path);
			} else if (entry.isFile()) files.set(path, (await lstat(join(root, path))).size);
			else refused.push({ kind: 'not-a-file', what: path });
		}
	}

	await walk('');
	return {
		files,
		folders,
		refused,
		read: (path) => createReadStream(join(root, path), { highWaterMark: pieceBytes }),
		close: async () => undefined,
	};
}
