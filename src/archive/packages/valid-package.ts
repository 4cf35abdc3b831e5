import type { OtherArchive } from '#archive/merge/other-archive.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { BagSource } from './bag/bag-source.ts';
import type { PackageOpener } from './open-bag.ts';
import { isOwnPackage, openPackageArchive, type ReadPackage, readPackage } from './package-archive.ts';
import { checkPackage } from './parts/check-package.ts';
import { type OpenedPackage, openPackage } from './parts/open-package.ts';

export interface ValidOptions {
	/** As the person knows it. */
	file: string;
	opener: PackageOpener | undefined;
	signal: AbortSignal;
	onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Opens a bag, with all its parts, of which everything was read and is as it was written. One of Lectern's is an archive,
 * which closes the bag with itself. Throws as `openBag` does, unreadable-file with the first reason where it is not valid, and `cancelled`.
 */
export async function openValidPackage(
	path: string,
	options: ValidOptions,
): Promise<{ source: BagSource; archive: OtherArchive | null }> {
	const { file, opener, signal } = options;
	const source = await openValid(path, options);
	return closingOnFault(source, async () => ({
		source,
		archive: (await isOwnPackage(source))
			? await openPackageArchive(source, { file, isSecret: opener !== undefined, signal })
			: null,
	}));
}

/** The same, to be read and not merged. Throws unreadable-file for what others made, too. */
export async function readValidPackage(path: string, options: ValidOptions): Promise<ReadPackage> {
	const { file, opener, signal } = options;
	const source = await openValid(path, options);
	return closingOnFault(source, async () => {
		if (!(await isOwnPackage(source)))
			throw new AppError('unreadable-file', { file, reason: message('prove.not-own') });
		return readPackage(source, { isSecret: opener !== undefined, signal });
	});
}

async function openValid(path: string, { opener, signal, ...told }: ValidOptions): Promise<BagSource> {
	const opened = await openPackage(path, { opener, signal });
	return closingOnFault(opened.source, async () => {
		await refuseInvalid(opened, { signal, ...told });
		return opened.source;
	});
}

async function closingOnFault<T>(source: BagSource, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		await source.close();
		throw error;
	}
}

async function refuseInvalid(
	opened: OpenedPackage,
	{ file, signal, onProgress }: Pick<ValidOptions, 'file' | 'signal' | 'onProgress'>,
): Promise<void> {
	let done = 0;
	const total = opened.parts.reduce((sum, { source }) => sum + source.files.size, 0);
	const onFile = () => onProgress?.(done++, total);
	const { reasons } = await checkPackage(opened, { signal, onFile });
	// What names a file says where to look; that the sum is another one follows from it.
	const first = reasons.find(({ kind }) => kind !== 'oxum') ?? reasons[0];
	if (!first) return;
	const finding = message(`package.finding.${first.kind}`, { what: first.what });
	const reason = message('package.reason.invalid', { finding, count: reasons.length - 1 });
	throw new AppError('unreadable-file', { file, reason });
}
