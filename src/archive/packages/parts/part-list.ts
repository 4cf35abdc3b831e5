import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { sha256Schema } from '#shared/api/schemas.ts';
import type { BagFinding } from '#shared/domain/package.ts';
import type { BagSource } from '../bag/bag-source.ts';
import { readTagFile } from '../bag/tag-reader.ts';

/** Beside the payload of the first part, which is written last. */
export const partListPath = 'parts.json';
/** Of its manifests, and so of all that is in it. */
const standingFile = 'tagmanifest-sha256.txt';

/** A part that the first one is written for. */
export interface ListedPart {
	part: number;
	file: string;
	/** SHA-256 of its `tagmanifest-sha256.txt`. */
	sha256: string;
}

const listSchema = v.array(v.object({ part: v.number(), file: v.string(), sha256: sha256Schema }));

export function formatPartList(parts: readonly ListedPart[]): string {
	return `${JSON.stringify(parts, null, '\t')}\n`;
}

/** Says which parts are not those that the first one lists: exchanged for others that are valid by themselves. */
export async function refuseOthers(parts: readonly { file: string; source: BagSource }[]): Promise<BagFinding[]> {
	const [first] = parts;
	const listed = first && (await readList(first.source));
	if (!listed) return [{ kind: 'unreadable', what: partListPath }];
	const findings: BagFinding[] = [];
	for (const [index, { file, source }] of parts.entries()) {
		if (index === 0) continue;
		const expected = listed.find(({ part }) => part === index + 1)?.sha256;
		if ((await digestOf(source)) !== expected) findings.push({ kind: 'other-part', what: file });
	}
	return findings;
}

async function readList(source: BagSource): Promise<ListedPart[] | null> {
	if (!source.files.has(partListPath)) return null;
	try {
		return v.parse(listSchema, JSON.parse((await readTagFile(source, partListPath)) ?? ''));
	} catch {
		return null;
	}
}

async function digestOf(source: BagSource): Promise<string | null> {
	const text = source.files.has(standingFile) ? await readTagFile(source, standingFile) : null;
	return text === null ? null : createHash('sha256').update(text).digest('hex');
}
