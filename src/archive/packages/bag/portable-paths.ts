import { cutToBytes, isRefusedSomewhere } from '#shared/text/file-name.ts';
import { looseKey } from './bag-path.ts';

/** UTF-8 bytes of one part of a path, below what ext4 and others take, with room for a number. */
const longestPart = 120;
/** UTF-16 units of a whole path: Windows takes 260 with the folder that the bag is put in. */
const longestPath = 160;

/** Gives files in a package paths that every system takes and that no two of them share, as near as may be to their names. */
export class PortablePaths {
	readonly #taken = new Set<string>();

	/** @param name with '/' between its parts; never steps out of `folder`, whatever it is. */
	claim(folder: string, name: string): string {
		const parts = name
			.split('/')
			.filter((part) => !/^\.*$/.test(part))
			.map(portablePart);
		let path = [folder, ...parts].join('/');
		if (parts.length === 0 || path.length > longestPath) path = `${folder}/${parts.at(-1) ?? '_'}`;
		const dot = path.lastIndexOf('.');
		const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
		let free = path;
		for (let count = 2; this.#taken.has(looseKey(free)); count += 1)
			free = `${path.slice(0, cut)} (${count})${path.slice(cut)}`;
		this.#taken.add(looseKey(free));
		return free;
	}
}

/** Refused characters become '_'; what is too long is cut before its ending. */
export function portablePart(part: string): string {
	const plain = part
		.normalize('NFC')
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what file systems refuse
		.replace(/[<>:"|?*\\/%~\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_')
		.replace(/[. ]+$/, '');
	const ending = /\.[^.\s]{1,10}$/.exec(plain)?.[0] ?? '';
	const stem = cutToBytes(plain.slice(0, plain.length - ending.length), longestPart - ending.length).trim() || '_';
	return isRefusedSomewhere(stem + ending) ? `_${stem}${ending}`.replace(/[. ]+$/, '_') : stem + ending;
}
