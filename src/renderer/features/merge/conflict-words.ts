import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import type { WordedField, WordingConflict } from '#shared/domain/merge.ts';
import type { Creator, RecordDate } from '#shared/domain/record.ts';

/** Of these both can stand, one after the other; a title or a date is one or the other. */
const joinable: readonly WordedField[] = [
	'body',
	'description',
	'rights',
	'source',
	'known_from',
	'words',
	'note',
	'custodial_history',
	'access_conditions',
	'sensitivity',
];

export function canJoin({ field }: WordingConflict): boolean {
	return joinable.includes(field);
}

/** Both wordings, a paragraph each. */
export function bothOf({ standing, kept }: WordingConflict): string {
	return `${standing.text}\n\n${kept.text}`;
}

/** A wording as people read it: lists an entry a line. */
export function wordingText({ field }: WordingConflict, text: string): string {
	switch (field) {
		case 'creators':
			return listOf<Creator>(text)
				.map(({ name, role }) => [name, role].filter(Boolean).join(', '))
				.join('\n');
		case 'dates':
			return listOf<RecordDate>(text)
				.map(({ edtf }) => edtfWords(edtf))
				.join('\n');
		case 'languages':
			return listOf<string>(text).map(languageName).join('\n');
		case 'withheld_names':
			return listOf<string>(text).join('\n');
		case 'edtf':
		case 'received_on':
			return edtfWords(text);
		default:
			return text;
	}
}

function listOf<T>(json: string): T[] {
	return JSON.parse(json) as T[];
}
