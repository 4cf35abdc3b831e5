import { placements } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { PassageRange } from '#shared/text/anchor/text-stream.ts';
import { parseRange } from '#shared/web-annotation/range-fragment.ts';
import { idOf } from '#shared/web-annotation/vocabulary.ts';
import type { KnownPlace } from '#shared/web-annotation/write-places.ts';
import type { FileObject } from './file-object.ts';
import { asList, isObject, type Json } from './json-guard.ts';

/** Where a Lectern that wrote the file had words in an edition that they were not marked or linked in. */
export interface ReadPlace extends Omit<KnownPlace, 'editionId'> {
	/** Address of the edition; the place counts only in the very same text (`textSha256`). */
	address: string;
}

const longestMethod = 100;

/** Those that say something; of the others each is named as lost. */
export function readPlaces(parent: FileObject, key: string): ReadPlace[] {
	return asList(parent.take(key)).flatMap((value) => {
		const place = readPlace(value, parent, key);
		if (!place) parent.losses.add('property', parent.path === '' ? key : `${parent.path}.${key}`);
		return place ?? [];
	});
}

function readPlace(value: Json, parent: FileObject, key: string): ReadPlace | null {
	if (!isObject(value)) return null;
	const object = parent.part(value, key);
	const address = object.takeText('edition') ?? '';
	const textSha256 = object.takeText('textSha256') ?? '';
	const state = placements.find((each) => each === object.peekText('state'));
	object.take('state');
	const range = object.has('range') ? parseRange(object.takeText('range') ?? '') : null;
	const method = object.takeText('method') ?? '';
	const [score, margin] = [object.takeNumber('score') ?? 0, object.takeNumber('margin') ?? 0];
	object.end();
	const isNowhere = state === 'unplaced' || state === 'left';
	const isSound = idOf(address) !== null && textSha256 !== '' && method.length <= longestMethod;
	if (!state || !isSound || isNowhere !== (range === null)) return null;
	return { address, textSha256, state, range: range && withoutEdition(range), method, score, margin };
}

function withoutEdition({ editionId: _, ...range }: PassageRange & { editionId: EditionId }): PassageRange {
	return range;
}
