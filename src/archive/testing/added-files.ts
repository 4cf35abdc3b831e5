import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivesOnDisk } from './archive-on-disk.ts';
import { temporaryFolders } from './temporary-folder.ts';

/** For a test file: gives an archive in a folder of its own, and what adds a file from there and tells what came of it. */
export function archivesWithFiles() {
	const folder = temporaryFolders();
	const archives = archivesOnDisk();
	return () => {
		const root = folder();
		const archive = archives.create(join(root, 'sample.lectern'));
		const write = (name: string, bytes: Uint8Array) => {
			writeFileSync(join(root, name), bytes);
			return join(root, name);
		};
		const add = (path: string) => archives.add(archive, path);
		const outcomes = async (path: string) => (await add(path)).map(({ name, outcome }) => [name, outcome]);
		return { archive, write, add, outcomes };
	};
}
