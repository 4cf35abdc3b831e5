import type { BagReport } from '#shared/domain/package.ts';
import { checkBag } from './bag/bag-check.ts';
import { openBag, type PackageOpener } from './open-bag.ts';
import { isOwnPackage } from './package-archive.ts';

/** Opens a bag, checks all of it, and closes it again. Throws as opening does. */
export async function checkBagAt(path: string, opener: PackageOpener | undefined): Promise<BagReport> {
	const source = await openBag(path, { opener });
	try {
		return { ...(await checkBag(source)), isOwn: await isOwnPackage(source) };
	} finally {
		await source.close();
	}
}
