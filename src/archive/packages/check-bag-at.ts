import type { BagReport } from '#shared/domain/package.ts';
import type { PackageOpener } from './open-bag.ts';
import { isOwnPackage } from './package-archive.ts';
import { checkPackage } from './parts/check-package.ts';
import { openPackage } from './parts/open-package.ts';

/** Opens a bag with all its parts, checks all of it, and closes it again. Throws as opening does. */
export async function checkBagAt(path: string, opener: PackageOpener | undefined): Promise<BagReport> {
	const opened = await openPackage(path, { opener });
	try {
		return { ...(await checkPackage(opened, {})), isOwn: await isOwnPackage(opened.source) };
	} finally {
		await opened.source.close();
	}
}
