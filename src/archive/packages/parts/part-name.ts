import { basename, dirname, join } from 'node:path';

/** Which part of a package it is, as `Bag-Count` of RFC 8493 says it; numbers begin with 1. */
export interface PartNumber {
	number: number;
	total: number;
}

/** So many files nobody carries; a package from a stranger must not have more looked for. */
const mostParts = 9999;
const ending = /(?:\.zip)?(?:\.age)?$/i;

/** Where a part is written: `letters.zip` becomes `letters.2-of-3.zip`. */
export function partPath(path: string, { number, total }: PartNumber): string {
	const name = basename(path);
	const [end = ''] = ending.exec(name) ?? [];
	return join(dirname(path), `${name.slice(0, name.length - end.length)}.${number}-of-${total}${end}`);
}

/** Where another part of the same package is when it was not renamed; null for a name that is no part's. */
export function otherPartPath(path: string, { number, total }: PartNumber): string | null {
	const name = basename(path);
	const found = [...name.matchAll(/\.(\d+)-of-(\d+)(?=\.|$)/g)].findLast(([, , of]) => Number(of) === total);
	if (!found) return null;
	const after = name.slice(found.index + found[0].length);
	return join(dirname(path), `${name.slice(0, found.index)}.${number}-of-${total}${after}`);
}

/** `2 of 3`; null for what is no part of several, and for `2 of ?`. */
export function parseBagCount(value: string): PartNumber | null {
	const [, number = 0, total = 0] = (/^\s*(\d{1,4})\s+of\s+(\d{1,4})\s*$/i.exec(value) ?? []).map(Number);
	return total >= 2 && total <= mostParts && number >= 1 && number <= total ? { number, total } : null;
}

export function formatBagCount({ number, total }: PartNumber): string {
	return `${number} of ${total}`;
}
