import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { BagFinding } from '#shared/domain/package.ts';
import type { BagSource } from '../bag/bag-source.ts';
import { type BagInfo, parseBagInfo } from '../bag/tag-files.ts';
import { readTagFile } from '../bag/tag-reader.ts';
import { type OpenOptions, openBag } from '../open-bag.ts';
import { joinSources } from './joined-source.ts';
import { refuseOthers } from './part-list.ts';
import { otherPartPath, type PartNumber, parseBagCount } from './part-name.ts';

export interface PackagePart {
	/** Its name; '' for a package that is one. */
	file: string;
	source: BagSource;
}

/** A package as a whole, however many files it is in. */
export interface OpenedPackage {
	/** In their order; one for a bag that is whole by itself. */
	parts: readonly PackagePart[];
	/** All of it as one bag: of the parts that are there. Closing it closes them. */
	source: BagSource;
	/** Parts that are not where they are looked for, or are of another package. */
	reasons: readonly BagFinding[];
	warnings: readonly BagFinding[];
}

/** Opens a bag, and where it is a part of a package of Lectern's, all other parts that lie beside it. Throws as `openBag` does. */
export async function openPackage(path: string, options: OpenOptions): Promise<OpenedPackage> {
	const source = await openBag(path, options);
	try {
		const info = await infoOf(source);
		const place = parseBagCount(readLabel(info, 'Bag-Count'));
		if (!place) return { parts: [{ file: '', source }], source, reasons: [], warnings: [] };
		if (readLabel(info, 'Lectern-Package-Version') === '') return partOfOthers(source, place);
		return await openParts(path, source, { place, group: readLabel(info, 'Bag-Group-Identifier') }, options);
	} catch (error) {
		await source.close();
		throw error;
	}
}

/** How others name the parts of a group is not known. */
function partOfOthers(source: BagSource, { number, total }: PartNumber): OpenedPackage {
	const warnings: BagFinding[] = [{ kind: 'part-alone', what: `${number} / ${total}` }];
	return { parts: [{ file: '', source }], source, reasons: [], warnings };
}

async function openParts(
	path: string,
	given: BagSource,
	{ place, group }: { place: PartNumber; group: string },
	options: OpenOptions,
): Promise<OpenedPackage> {
	const parts: PackagePart[] = [];
	const reasons: BagFinding[] = [];
	try {
		for (let number = 1; number <= place.total; number += 1) {
			if (number === place.number) {
				parts.push({ file: basename(path), source: given });
				continue;
			}
			const other = otherPartPath(path, { number, total: place.total });
			const file = other === null ? `${number} / ${place.total}` : basename(other);
			if (other === null || !existsSync(other)) {
				reasons.push({ kind: 'missing-part', what: file });
				continue;
			}
			const source = await openBag(other, options);
			parts.push({ file, source });
			const info = await infoOf(source);
			const itsPlace = parseBagCount(readLabel(info, 'Bag-Count'));
			if (readLabel(info, 'Bag-Group-Identifier') !== group || itsPlace?.number !== number)
				reasons.push({ kind: 'other-part', what: file });
		}
		if (reasons.length === 0) reasons.push(...(await refuseOthers(parts)));
		const source = joinSources(parts.map((part) => part.source));
		return { parts, source, reasons, warnings: [] };
	} catch (error) {
		for (const { source } of parts) if (source !== given) await source.close();
		throw error;
	}
}

async function infoOf(source: BagSource): Promise<BagInfo> {
	if (!source.files.has('bag-info.txt')) return [];
	return parseBagInfo((await readTagFile(source, 'bag-info.txt')) ?? '').info;
}

function readLabel(info: BagInfo, label: string): string {
	return info.find(([each]) => each.toLowerCase() === label.toLowerCase())?.[1] ?? '';
}
