import type { NameId, RecordId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { wordsOf } from '#shared/search/words.ts';
import type { PackagedServices } from './package-services.ts';
import type { Redactions } from './redacted-record.ts';

/**
 * Names that somebody confirmed in the full text of a redacted record alone, and that its redacted text does not have: in
 * the list of names they would say what was blacked out.
 */
export function namesOnStayingWords(
	editions: PackagedServices['editions'],
	confirmed: readonly { recordId: RecordId; nameId: NameId }[],
	names: readonly Name[],
	{ recordIds, redactions }: { recordIds: ReadonlySet<string>; redactions: Redactions },
): { kind: 'name'; id: NameId }[] {
	const texts = new Map(
		[...redactions].map(([recordId, id]) => [
			recordId,
			id ? editions.blocks({ id }).map(({ text }) => termsOf(text)) : [],
		]),
	);
	const formsOf = new Map(names.map(({ id, forms }) => [id, forms]));
	const isSaid = ({ recordId, nameId }: { recordId: RecordId; nameId: NameId }) => {
		const passages = texts.get(recordId);
		if (!passages) return recordIds.has(recordId);
		return fullForms(formsOf.get(nameId) ?? []).some((form) => passages.some((terms) => terms.includes(form)));
	};
	const said = new Set(texts.size > 0 ? confirmed.filter(isSaid).map(({ nameId }) => nameId) : []);
	return confirmed.flatMap(({ recordId, nameId }) =>
		texts.has(recordId) && !said.has(nameId) ? { kind: 'name' as const, id: nameId } : [],
	);
}

/** Forms as words: of those of several words where there are some, since a family name alone is anybody's. */
function fullForms(forms: Name['forms']): string[] {
	const written = forms.map(({ text }) => termsOf(text));
	const several = written.filter((terms) => terms.trim().includes(' '));
	return several.length > 0 ? several : written;
}

/** Its words as the search compares them, each with a space on both sides. */
function termsOf(text: string): string {
	return ` ${wordsOf(text)
		.map(({ term }) => term)
		.join(' ')} `;
}
