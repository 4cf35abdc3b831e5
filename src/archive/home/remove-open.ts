import { dirname } from 'node:path';
import { removeWithSidecars } from '#archive/db/broken-off.ts';
import { syncFolder } from '#archive/db/sync.ts';
import type { RemovedHere } from '#shared/domain/home.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { HomeService } from './home-service.ts';

/**
 * Closes the archive and removes what it holds here in the open, now that home can open the sealed file. Throws what
 * `HomeService.settle` does, and what kept the archive from closing in order; then nothing is removed.
 */
export async function removeOpen(
	home: Pick<HomeService, 'settle' | 'openHere'>,
	id: JobId,
	close: () => Promise<unknown>,
): Promise<RemovedHere> {
	await home.settle(id);
	// Subtle: asked before too, for the archive's id, by which its copies are known once it is closed.
	home.openHere();
	await close();
	const files = home.openHere();
	const removed = files.filter(remove);
	return { removed, left: files.filter((file) => !removed.includes(file)) };
}

/** Whether the file is gone; one that stays is told of, and the others go all the same. */
function remove(file: string): boolean {
	try {
		removeWithSidecars(file);
		syncFolder(dirname(file));
		return true;
	} catch {
		return false;
	}
}
