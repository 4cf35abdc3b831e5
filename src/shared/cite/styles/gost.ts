import type { EditionKind } from '../../domain/edition.ts';
import { withinLine } from '../../text/base-direction.ts';
import type { CitedItem } from '../cited-item.ts';
import {
	codeParts,
	creatorNamesInLine,
	dateOf,
	editionDigits,
	joined,
	paragraphsOf,
	reportedIn,
	sentence,
	withoutStop,
} from '../pieces.ts';
import { russian } from '../words/russian.ts';

const labels = { fonds: 'Ф.', inventory: 'Оп.', file: 'Д.', leaf: 'Л.' };

const kinds: ReadonlyMap<string, string> = new Map(
	Object.entries({
		report: 'доклад',
		proposal: 'предложение',
		statement: 'заявление',
		agreement: 'соглашение',
		decree: 'указ',
		testimony: 'свидетельство',
		'leaked-guidance': 'указания',
		'news-item': 'новость',
		digest: 'изложение',
		letter: 'письмо',
		order: 'приказ',
		minutes: 'протокол',
		mail: 'электронное письмо',
		image: 'изображение',
		recording: 'запись',
		other: '',
	}),
);
const editionNames: Readonly<Record<EditionKind, string>> = {
	extraction: 'Извлечённый текст',
	ocr: 'Распознанный текст',
	transcription: 'Расшифровка',
	translation: 'Перевод',
	redaction: 'Текст с изъятиями',
};

/**
 * A reference to an archival document after ГОСТ Р 7.0.5–2008, section 9: who and what it is, then behind // what it is
 * found by, from the repository down. What is only reported says by what: «Приводится по» (4.11).
 */
export function gostReference(item: CitedItem): string {
	const { title, kind, location, source, url, edition, archiveTitle, address } = item;
	const about = joined([kinds.get(kind) ?? kind, dateOf(item, russian)], ', ');
	const what = joined([title === '' ? '[Без названия]' : withinLine(title), about], ' : ');
	const names = creatorNamesInLine(item.creators).join(', ');
	const found = [
		withoutStop(location?.repository ?? ''),
		...codeParts(location, labels),
		location?.rest ?? '',
		source,
		url === '' ? '' : `URL: ${url}`,
		archiveTitle === '' ? '' : `Архив Lectern «${archiveTitle}»`,
		capital(paragraphsOf(item, russian)),
		edition ? `${editionNames[edition.kind]} ${editionDigits(item)}` : '',
		edition?.translator ? `Пер. ${edition.translator}` : '',
		address === '' ? '' : `Адрес в архиве: ${address}`,
	];
	const where = found
		.filter((part) => part !== '')
		.map(sentence)
		.join(' ');
	const head = joined([sentence(names), where === '' ? sentence(what) : what], ' ');
	const reported = reportedIn(item, russian);
	return joined([joined([head, where], ' // '), reported === '' ? '' : sentence(capital(reported))], ' ');
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase('ru') + text.slice(1);
}
