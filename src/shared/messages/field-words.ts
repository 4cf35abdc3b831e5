import type { WordedField } from '../domain/merge.ts';
import { activeLocale, message } from './messages.ts';

/** Parts of a thing as the interface calls them, in one line; '' where there are none. */
export function fieldWords(fields: readonly WordedField[]): string {
	const words = fields.map((field) => message(`conflicts.field.${field}`));
	return new Intl.ListFormat(activeLocale(), { type: 'unit', style: 'long' }).format(words);
}
