import type { RecordId } from '#shared/domain/ids.ts';
import type { MentionGroup } from '#shared/search/mentions/mention-rows.ts';
import type { LinkedThing } from '../use-linked-things.ts';

/** A record that a name is in. */
export interface NameDocument {
	id: RecordId;
	title: string;
	/** EDTF; '' when not known. */
	dateEdtf: string;
	/** Passages in which it stands; 0 where it is only linked. */
	passageCount: number;
	/** A link, or an event that the record attests, joins them. */
	isLinked: boolean;
}

/** Those with the most passages first; then those that are only linked. */
export function documentsOf(groups: readonly MentionGroup[], linked: readonly LinkedThing[]): NameDocument[] {
	const linkedIds = new Set(linked.map(({ id }) => id));
	const mentioned = groups.flatMap(({ recordId, title, dateEdtf, rows }) => {
		const passageCount = rows.filter(({ verdict }) => verdict !== 'rejected').length;
		return passageCount === 0
			? []
			: [{ id: recordId, title, dateEdtf, passageCount, isLinked: linkedIds.has(recordId) }];
	});
	const mentionedIds = new Set<string>(mentioned.map(({ id }) => id));
	const only = linked
		.filter(({ id }) => !mentionedIds.has(id))
		.map(({ id, title }) => ({ id: id as RecordId, title, dateEdtf: '', passageCount: 0, isLinked: true }));
	return [...mentioned.sort((one, other) => other.passageCount - one.passageCount), ...only];
}
