import type { SearchDocument, SearchOwner } from '#shared/api/search-api.ts';
import { displayForm } from '#shared/domain/displayed-form.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { type Creator, mainDate, type RecordDate } from '#shared/domain/record.ts';
import { unlessEmpty } from '#shared/domain/unless-empty.ts';
import { noteDocument } from '#shared/search/note-document.ts';
import type { JoinedNames } from './joined-names-repository.ts';
import type { NoteRow, OwnerRow, PassageRow, TranslationText } from './search-repository.ts';

const unknownLanguage = 'und';
const formSeparator = ' · ';

/** @param joined ids of the names that the record is joined to */
export function recordOwner(row: OwnerRow, joined: JoinedNames | undefined): SearchOwner {
	const { id, title, kind, holding, dates, createdAt, editionCreatedAt } = row;
	const dateEdtf = mainDate(JSON.parse(dates) as RecordDate[]);
	const source = sourceOf(row);
	return {
		...{ id, title, recordKind: kind, dateEdtf, holding },
		...(row.editionId === null ? {} : { editionId: row.editionId }),
		...unlessEmpty(
			'translations',
			translationsOf(row).map(({ id: editionId, createdAt: since }) => ({ editionId, since })),
		),
		...unlessEmpty('creators', namesOfCreators(row)),
		...unlessEmpty('tags', JSON.parse(row.tags) as string[]),
		...unlessEmpty('people', joined?.people ?? []),
		...unlessEmpty('places', joined?.places ?? []),
		...(source === '' ? {} : { source }),
		since: createdAt,
		...(editionCreatedAt === null ? {} : { textSince: editionCreatedAt }),
	};
}

/** Most records have none. */
export function translationsOf({ translations }: OwnerRow): TranslationText[] {
	return translations === '[]' ? [] : (JSON.parse(translations) as TranslationText[]);
}

function namesOfCreators({ creators }: OwnerRow): string[] {
	return (JSON.parse(creators) as Creator[]).map(({ name }) => name);
}

/** The folder of an added file rather than the file itself, which no other record shares; else the words of the record. */
function sourceOf({ source, knownFrom, isFromFile }: OwnerRow): string {
	if (isFromFile === 0) return source === '' ? knownFrom : source;
	return source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
}

/** Title and, where there is one, description. Whoever catalogued it may have written in any language. */
export function recordDocuments({ id, title, description, languages }: OwnerRow): SearchDocument[] {
	const [language, ...others] = JSON.parse(languages) as string[];
	const document = { ownerId: id, language: unknownLanguage };
	const titles: SearchDocument = { ...document, key: `t:${id}`, kind: 'title', text: title };
	// A record in one language is found by it, also through its title.
	if (language !== undefined && others.length === 0) titles.language = language;
	if (description === '') return [titles];
	return [titles, { ...document, key: `d:${id}`, kind: 'description', text: description }];
}

/** @param translation the text that it stands in, where that is not the one that the record shows */
export function passageDocument(passage: PassageRow, owner: OwnerRow, translation?: TranslationText): SearchDocument {
	const { editionId, ordinal, number, text, language } = passage;
	return {
		key: `p:${editionId}:${ordinal}`,
		kind: 'passage',
		ownerId: owner.id,
		text,
		language: language ?? (translation ?? { language: owner.editionLanguage }).language ?? unknownLanguage,
		editionId: editionId as EditionId,
		ordinal,
		number,
		...(translation && { isTranslation: true, since: translation.createdAt }),
	};
}

export function documentOfNote({ tags, editionId, ordinal, number, ...note }: NoteRow): SearchDocument {
	const place = editionId === null || ordinal === null ? null : { editionId, ordinal, number };
	return noteDocument({ ...note, tags: JSON.parse(tags) as string[], place });
}

export function nameOwner(name: Name, language: string, since = ''): SearchOwner {
	return { id: name.id, title: displayForm(name, language), recordKind: '', dateEdtf: '', holding: '', since };
}

export function nameDocument(name: Name): SearchDocument {
	const forms = name.forms.map((form) => form.text);
	// Languages share forms; what is shown and found has each once.
	const text = [...new Set([...forms, name.description])].filter((part) => part !== '').join(formSeparator);
	return { key: `n:${name.id}`, kind: 'name', ownerId: name.id, text, language: unknownLanguage, forms };
}
