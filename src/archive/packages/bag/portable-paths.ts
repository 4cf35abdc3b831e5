import { portableName } from '#shared/text/file-name.ts';
import { looseKey } from './bag-path.ts';

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
			.map(portableName);
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
