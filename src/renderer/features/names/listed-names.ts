import { nameTitle } from '#renderer/lib/name-words.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name, NameForm, NameKind } from '#shared/domain/name.ts';
import { type KnownForms, type KnownKind, knownTitle } from '#shared/known-forms/known-forms.ts';
import { activeLocale } from '#shared/messages/messages.ts';
import { fold } from '#shared/text/fold.ts';

/** A line of the list: a name of the archive, or one of the table that comes with Lectern. */
export interface ListedName {
	id: NameId;
	kind: NameKind | KnownKind;
	title: string;
	/** The forms that are not the title. */
	others: string;
	/** All forms, without case and accents, a line each. */
	compared: string;
}

/** What the list shows: all names of the archive, those of a kind, or those of the table. */
export type NameFilter = NameKind | 'all' | 'known';

/** In the order of the interface's language. Made once for all names: folding ten thousand takes longer than a key press may. */
export function listedNames(names: readonly Name[]): ListedName[] {
	return inOrder(names.map((name) => listed(name, nameTitle(name))));
}

export function listedKnown(known: readonly KnownForms[]): ListedName[] {
	return inOrder(known.map((each) => listed(each, knownTitle(each, activeLocale()))));
}

/** Those of a kind of which some form holds what was typed. */
export function chosenNames(names: readonly ListedName[], filter: NameFilter, typed: string): ListedName[] {
	const wanted = withoutAccents(typed);
	return names.filter(
		({ kind, compared }) =>
			(filter === 'all' || filter === 'known' || kind === filter) && (wanted === '' || compared.includes(wanted)),
	);
}

function listed(
	{ id, kind, forms }: Pick<ListedName, 'id' | 'kind'> & { forms: NameForm[] },
	title: string,
): ListedName {
	const texts = [...new Set(forms.map(({ text }) => text))];
	const others = texts.filter((text) => text !== title);
	return { id, kind, title, others: others.join(' · '), compared: texts.map(withoutAccents).join('\n') };
}

function inOrder(names: ListedName[]): ListedName[] {
	const order = new Intl.Collator(activeLocale(), { numeric: true });
	return names.sort((one, other) => order.compare(one.title, other.title));
}

function withoutAccents(text: string): string {
	return text.trim().split(/\s+/).map(fold).join(' ');
}
