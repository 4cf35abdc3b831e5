import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import type { SearchHit } from '#shared/search/search-query.ts';

/** What stands above a hit: the record, or whose note it is. */
export function hitTitle({ kind, title }: SearchHit): string {
	return kind === 'note' ? message('search.hit.note-on', { title }) : title;
}

/** The chip beside it: the record's kind, or what it is that was found, when it is not a passage. */
export function hitKind({ kind, recordKind, isTranslation }: SearchHit): string {
	if (isTranslation) return message('search.hit.translation');
	return kind === 'passage' ? recordKindName(recordKind) : message(`search.hit.${kind}`);
}

/** Date, place and language, as far as they are known. */
export function hitDetails({ dateEdtf, number, language }: SearchHit): string {
	return [
		dateEdtf === '' ? '' : edtfWords(dateEdtf),
		typeof number === 'number' ? message('search.hit.number', { number }) : '',
		language === '' || language === 'und' ? '' : languageName(language),
	]
		.filter((part) => part !== '')
		.join(' · ');
}

/** What opening it is called: with the paragraph that it opens at. */
export function openWords({ number }: SearchHit): string {
	return typeof number === 'number' ? message('search.open-at', { number }) : message('search.open');
}
