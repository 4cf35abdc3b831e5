import type { RecordId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { mainDate, type RecordSummary } from '#shared/domain/record.ts';
import { isLikely, type MentionGroup } from '#shared/search/mentions/mention-rows.ts';
import { wordsOf } from '#shared/search/words.ts';
import type { LinkedThing } from '../use-linked-things.ts';

/** A record that a name is in. */
export interface NameDocument {
	id: RecordId;
	title: string;
	/** EDTF; '' when not known. */
	dateEdtf: string;
	/** Passages in which it stands; 0 where it is only joined to it. */
	passageCount: number;
	/** A creator of the record is written as one of the name's forms. */
	isCreator: boolean;
	/** A link, or an event that the record attests, joins them. */
	isLinked: boolean;
}

interface Joined {
	linked: readonly LinkedThing[];
	records: readonly RecordSummary[];
}

/** Those with the most passages first; then those that are only joined to it. */
export function documentsOf({ forms }: Name, groups: readonly MentionGroup[], joined: Joined): NameDocument[] {
	const linkedIds = new Set(joined.linked.map(({ id }) => id));
	const written = new Set(forms.map(({ text }) => compared(text)));
	const documents = new Map<string, NameDocument>();
	for (const record of joined.records) {
		const isCreator = record.creators.some(({ name }) => written.has(compared(name)));
		const isLinked = linkedIds.has(record.id);
		const { id, title } = record;
		if (isCreator || isLinked)
			documents.set(id, { id, title, dateEdtf: mainDate(record.dates), passageCount: 0, isCreator, isLinked });
	}
	for (const { recordId: id, title, dateEdtf, rows } of groups) {
		const passageCount = rows.filter(isLikely).length;
		const known = documents.get(id) ?? { id, title, dateEdtf, isCreator: false, isLinked: false };
		if (passageCount > 0) documents.set(id, { ...known, passageCount });
	}
	return [...documents.values()].sort((one, other) => other.passageCount - one.passageCount);
}

function compared(text: string): string {
	return wordsOf(text)
		.map(({ term }) => term)
		.join(' ');
}
