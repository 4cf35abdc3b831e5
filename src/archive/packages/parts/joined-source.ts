import type { BagFinding } from '#shared/domain/package.ts';
import type { BagSource } from '../bag/bag-source.ts';

/** Bags that are parts of one, as that one: what lies beside the payload is that of the first. Refused is what two have. */
export function joinSources(parts: readonly BagSource[]): BagSource {
	const holders = new Map<string, BagSource>();
	const refused: BagFinding[] = [];
	for (const [index, part] of parts.entries())
		for (const path of part.files.keys()) {
			if (index > 0 && !path.startsWith('data/')) continue;
			if (holders.has(path)) refused.push({ kind: 'listed-twice', what: path });
			else holders.set(path, part);
		}
	return {
		files: new Map([...holders].map(([path, part]) => [path, part.files.get(path) ?? 0])),
		folders: new Set(parts.flatMap((part) => [...part.folders])),
		refused,
		read(path) {
			const holder = holders.get(path);
			if (!holder) throw new RangeError('no such file');
			return holder.read(path);
		},
		async close() {
			for (const part of parts) await part.close();
		},
	};
}
