import { AppError } from '#shared/domain/app-error.ts';
import type { Locale } from '#shared/messages/locales.ts';
import { fontStyles, programPart } from '#shared/reading-copy/page-texts.ts';
import { partPath } from '#shared/reading-copy/part-file.ts';
import { askPassphrase } from './gate/passphrase-gate.ts';
import { createFolderLoader } from './parts/folder-loader.ts';
import { createPageLoader, createPageSlices } from './parts/page-loader.ts';
import type { PartLoader } from './parts/part-loader.ts';
import { runProgram, runScriptOf } from './parts/trusted-scripts.ts';
import { identityOf } from './sealed/passphrase.ts';
import { type Carried, openSealed } from './sealed/sealed-loader.ts';

/** A copy whose parts can be had. */
export interface OpenedPage {
	loader: PartLoader;
	/** What opened it, and in which language it was asked for; null for a copy that is not encrypted. */
	key: { passphrase: string; locale: Locale } | null;
	/** Starts the window's program, where the page has not named it itself. */
	runApp(): Promise<void>;
}

/** Calls back at once for a copy that is not encrypted: the window's program runs as the next script of its page. */
export function openPage(onOpened: (page: OpenedPage) => void): void {
	const { dataset } = document.documentElement;
	const isFile = dataset.file !== undefined;
	const plain = isFile ? createPageLoader() : createFolderLoader();
	if (!isFile) loadFonts();
	const runApp = isFile
		? async () => runProgram(await plain.load(programPart))
		: () => runScriptOf(partPath(programPart));
	if (dataset.sealed === undefined) {
		onOpened({ loader: plain, key: null, runApp: isFile ? runApp : async () => undefined });
		return;
	}
	const slices = isFile ? createPageSlices() : plain;
	whenParsed(() => void unlock({ plain, slices }, runApp).then(onOpened));
}

async function unlock(carried: Carried, runApp: () => Promise<void>): Promise<OpenedPage> {
	const root = document.getElementById('root');
	if (!root) throw new RangeError('no root');
	const { opened, locale } = await askPassphrase(root, async (passphrase, onProgress) => {
		try {
			const loader = await openSealed(carried, identityOf(passphrase, onProgress));
			return loader ? { opened: { loader, passphrase } } : { problem: 'wrong' };
		} catch (error) {
			return { problem: error instanceof AppError && error.code === 'damaged-copy' ? 'missing' : 'damaged' };
		}
	});
	return { loader: opened.loader, key: { passphrase: opened.passphrase, locale }, runApp };
}

/** Named in the page, the scripts behind it would wait for them. */
function loadFonts(): void {
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = fontStyles;
	document.head.append(link);
}

function whenParsed(work: () => void): void {
	if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work, { once: true });
	else work();
}
