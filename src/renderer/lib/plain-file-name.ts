import { cutToBytes, isRefusedSomewhere } from '#shared/text/file-name.ts';

/**
 * In bytes of UTF-8, of which a name has 255: words around it, an ending, the number of a part, and what a file is called
 * until it is whole, have room beside.
 */
const longestName = 120;

/** A title as the beginning of a bare file name that any system takes, FAT too; '' where nothing of it can be. */
export function plainFileName(title: string): string {
	// Composed, as keyboards write it: by a name in pieces the file would not be found on another system.
	const plain = title
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}.,()_ -]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+/, '');
	const name = cutToBytes(plain, longestName).replace(/[. ]+$/, '');
	// A device of Windows, whatever ending follows.
	return name !== '' && isRefusedSomewhere(name) ? `_${name}` : name;
}
