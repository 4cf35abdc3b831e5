import { parse, sep } from 'node:path';

/**
 * What to call chosen files: by their names, those of one name by as many of the folders above as tell them apart. With '/'.
 *
 * @param paths absolute
 */
export function distinctNames(paths: readonly string[]): string[] {
	const names = new Map<string, string>();
	let left = [...new Set(paths)].map((path) => ({ path, parts: partsOf(path) }));
	for (let count = 1; left.length > 0; count += 1) {
		const nameOf = (parts: readonly string[]) => parts.slice(-count).join('/');
		const times = new Map<string, number>();
		for (const { parts } of left) times.set(nameOf(parts), (times.get(nameOf(parts)) ?? 0) + 1);
		const isDistinct = (parts: readonly string[]) => times.get(nameOf(parts)) === 1 || count >= parts.length;
		for (const { path, parts } of left) if (isDistinct(parts)) names.set(path, nameOf(parts));
		left = left.filter(({ parts }) => !isDistinct(parts));
	}
	return paths.map((path) => names.get(path) ?? path);
}

function partsOf(path: string): string[] {
	return path.slice(parse(path).root.length).split(sep);
}
