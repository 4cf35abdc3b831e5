import { nameTitle } from '#renderer/lib/name-words.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name, NameForm, NameKind } from '#shared/domain/name.ts';
import { type KnownForms, knownTitle } from '#shared/known-forms/known-forms.ts';
import type { KnownKind } from '#shared/known-forms/known-groups.ts';
import { collation } from '#shared/messages/collation.ts';
import { activeLocale } from '#shared/messages/messages.ts';

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

const known = new WeakMap<Name, ListedName>();

/**
 * In the order of the interface's language. A line is made once for each name as it is: ten thousand take longer than a
 * key press may.
 */
export function listedNames(names: readonly Name[]): ListedName[] {
	return inOrder(
		names.map((name) => {
			const line = known.get(name) ?? listed(name, nameTitle(name));
			known.set(name, line);
			return line;
		}),
	);
}

export function listedKnown(table: readonly KnownForms[]): ListedName[] {
	return inOrder(table.map((each) => listed(each, knownTitle(each, activeLocale()))));
}

/** Those of a kind of which some form holds what was typed. */
export function chosenNames(names: readonly ListedName[], filter: NameFilter, typed: string): ListedName[] {
	const wanted = withoutAccents(typed.trim());
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
	return { id, kind, title, others: others.join(' · '), compared: withoutAccents(texts.join('\n')) };
}

function inOrder(names: ListedName[]): ListedName[] {
	const order = collation();
	return names.sort((one, other) => order(one.title, other.title));
}

/** Coarser than the search's folding, and quick: й is и, and a name is one call, whatever its forms. */
function withoutAccents(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replaceAll('ə', 'e')
		.replaceAll('ı', 'i')
		.replaceAll('եվ', 'եւ')
		.replace(/[^\S\n]+/g, ' ');
}
