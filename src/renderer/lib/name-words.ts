import { displayForm } from '#shared/domain/displayed-form.ts';
import type { Name } from '#shared/domain/name.ts';
import { activeLocale } from '#shared/messages/messages.ts';

/** The form of a name that this interface shows. */
export function nameTitle(name: Pick<Name, 'forms'>): string {
	return displayForm(name, activeLocale());
}
