import { nameTitle } from '#renderer/lib/name-words.ts';
import type { Name, NameKind } from '#shared/domain/name.ts';
import { activeLocale } from '#shared/messages/messages.ts';
import { fold } from '#shared/text/fold.ts';

/** The names of a kind of which some form holds what was typed, in the order of the interface's language. */
export function chosenNames(names: readonly Name[], kind: NameKind | 'all', typed: string): Name[] {
	const wanted = compared(typed);
	const order = new Intl.Collator(activeLocale(), { numeric: true });
	return names
		.filter((name) => kind === 'all' || name.kind === kind)
		.filter(({ forms }) => wanted === '' || forms.some((form) => compared(form.text).includes(wanted)))
		.sort((one, other) => order.compare(nameTitle(one), nameTitle(other)));
}

/** Case and accents do not matter; spaces do. */
function compared(text: string): string {
	return text.trim().split(/\s+/).map(fold).join(' ');
}
