import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchiveEnvironment } from '#archive/archive.ts';
import { createStarterArchive } from '#archive/open-archive.ts';
import { readStarterData } from '#archive/starter/starter-data.ts';

/**
 * Makes the starter archive at `path` unless it is there. It gets its name when it is complete, so that a first start
 * that is cut off is simply begun again.
 */
export async function ensureStarter(
	path: string,
	resourcesFolder: string,
	environment: ArchiveEnvironment,
): Promise<void> {
	if (existsSync(path)) return;
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	// Needed on the first start only, and large.
	const { readDocument } = await import('#archive/importers/registry.ts');
	const data = readStarterData(join(resourcesFolder, 'starter'));
	const digest = await readDocument(data.digest.bytes, { fileName: data.digest.fileName });
	const aside = `${path}.${process.pid}.new`;
	rmSync(aside, { force: true });
	try {
		await createStarterArchive(aside, data, digest, { ...environment, snapshotsFolder: null }).close();
		// Another program's first start may have been faster, and its archive be in use: that one stays.
		if (!existsSync(path)) renameSync(aside, path);
	} finally {
		rmSync(aside, { force: true });
	}
}
