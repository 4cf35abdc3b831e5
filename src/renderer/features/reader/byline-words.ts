import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { timeToRead } from './reading-time.ts';

/** What a record is, by whom, of when, in what language, and how long it takes to read. */
export function bylineWords(record: RecordDetail, edition: Edition | null): string {
	return [...factsOf(record, edition), ...(edition ? [readingTime(edition.wordCount)] : [])].join(' · ');
}

/** The same without the time: on paper nobody asks how long it takes on a screen. */
export function printedByline(record: RecordDetail, edition: Edition): string {
	return factsOf(record, edition).join(' · ');
}

function factsOf(record: RecordDetail, edition: Edition | null): string[] {
	const creators = record.creators.map(({ name, certainty }) =>
		certainty === 'stated' ? name : message(`reader.creator.${certainty}`, { name }),
	);
	const date = record.dates[0];
	return [
		recordKindName(record.kind),
		...(creators.length > 0 ? [creators.join(', ')] : []),
		...(date ? [dateWords(date.edtf, date.inferred)] : []),
		...(edition && edition.language !== 'und' && edition.language !== '' ? [languageName(edition.language)] : []),
	];
}

function readingTime(wordCount: number): string {
	const time = timeToRead(wordCount);
	return 'hours' in time
		? message('reader.hours', { count: time.hours })
		: message('reader.minutes', { count: time.minutes });
}

function dateWords(edtf: string, inferred: string): string {
	return inferred === '' ? edtfWords(edtf) : message('reader.date-inferred', { date: edtfWords(edtf), inferred });
}
