import { AppError } from './app-error.ts';
import { derivedId, type TagId } from './ids.ts';

/**
 * The names as they will be stored, by the id that their folded form gives: two spellings that differ in case, form or
 * spacing are one tag, and the first stays. Throws invalid-input for a name of nothing but spaces.
 */
export function tagsById(names: readonly string[]): Map<TagId, string> {
	const tags = new Map<TagId, string>();
	for (const given of names) {
		const name = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
		if (name === '') throw new AppError('invalid-input', { reason: 'a tag without a name' });
		const id = derivedId<TagId>('tag', foldTagName(name));
		if (!tags.has(id)) tags.set(id, name);
	}
	return tags;
}

/** What is carried after these were put to it and those taken away, spelling apart. */
export function changedTags(
	carried: readonly string[],
	added: readonly string[],
	removed: readonly string[],
): string[] {
	const tags = tagsById([...carried, ...added]);
	for (const id of tagsById(removed).keys()) tags.delete(id);
	return [...tags.values()];
}

/** The id of the row that says that something carries a tag: the same in every copy, so that two make one. */
export function taggingId(tagId: TagId, ownerKind: string, ownerId: string): string {
	return derivedId('tagging', tagId, ownerKind, ownerId);
}

function foldTagName(name: string): string {
	return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
