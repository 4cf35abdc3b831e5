import { partAttribute } from '#shared/reading-copy/page-texts.ts';
import { bytesOf } from '../base64.ts';
import { unpack } from './gzip.ts';
import { damagedPart, type PartLoader } from './part-loader.ts';

/** Parts that stand in the page itself, each compressed in a data block of its own. */
export function createPageLoader(): PartLoader {
	return {
		async load(name) {
			const block = blockOf(name);
			try {
				return await unpack(bytesOf(block));
			} catch (error) {
				throw damagedPart(name, error);
			}
		},
		prefetch: () => undefined,
	};
}

/** Slices of what is encrypted are not compressed once more. */
export function createPageSlices(): PartLoader {
	return { load: async (name) => blockOf(name), prefetch: () => undefined };
}

function blockOf(name: string): string {
	const block = document.querySelector(`script[${partAttribute}="${CSS.escape(name)}"]`);
	if (block?.textContent == null) throw damagedPart(name);
	return block.textContent;
}
