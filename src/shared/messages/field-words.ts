import type { WordedField } from '../domain/merge.ts';
import { message } from './messages.ts';
import { wordList } from './word-list.ts';

/** Parts of a thing as the interface calls them, in one line; '' where there are none. */
export function fieldWords(fields: readonly WordedField[]): string {
	const words = fields.map((field) => message(`conflicts.field.${field}`));
	return wordList(words, 'unit');
}
