import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { formatInstant } from './format.ts';
import { languageName } from './language-name.ts';

type Editions = Pick<RecordDetail, 'editions' | 'files'>;

/** What an edition is called among those of its record: what it is, or where several are the same, which one of them. */
export function editionName(edition: Edition, record: Editions): string {
	const name = kindName(edition);
	const isOnly = record.editions.filter((each) => kindName(each) === name).length === 1;
	return isOnly ? name : numberedEditionName(edition, record);
}

/** The file it was made from and when; numbered from the first, since one file may give several. */
export function numberedEditionName(edition: Edition, { editions, files }: Editions): string {
	const file = files.find(({ sha256 }) => sha256 === edition.originalSha256)?.fileName;
	return message('compare.edition', {
		number: editions.length - editions.indexOf(edition),
		what: file ?? message(`edition.kind.${edition.kind}`),
		when: formatInstant(edition.createdAt),
	});
}

function kindName({ kind, language, maker }: Edition): string {
	const words = { kind: message(`edition.${kind}`), language: languageName(language) };
	return maker === '' ? message('reader.edition-unsigned', words) : message('reader.edition', { ...words, maker });
}
