import type { EditionKind } from '../../domain/edition.ts';
import type { CitedItem } from '../cited-item.ts';
import {
	bracketed,
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
import { titleInMarks } from '../title-in-marks.ts';
import { english } from '../words/english.ts';

const labels = { fonds: 'f.', inventory: 'op.', file: 'd.', leaf: 'l.' };
const editionNames: Readonly<Record<EditionKind, string>> = {
	extraction: 'extracted text',
	ocr: 'OCR text',
	transcription: 'transcription',
	translation: 'translation',
	redaction: 'redacted text',
};

/**
 * A note on an item in an archive, after The Chicago Manual of Style (17th ed., 14.221–14.231): the item first, then from
 * the reference code outwards to repository and archive.
 */
export function chicagoReference(item: CitedItem): string {
	const { title, kind, location, source, url, edition, archiveTitle, address } = item;
	const names = creatorNamesInLine(item.creators);
	const who = joined([names.slice(0, -1).join(', '), names.at(-1) ?? ''], names.length > 2 ? ', and ' : ' and ');
	const rest = joined(
		[
			kind === 'other' || kind === '' ? '' : kind.replaceAll('-', ' '),
			dateOf(item, english),
			reportedIn(item, english),
			paragraphsOf(item, english),
			...codeParts(location, labels),
			withoutStop(location?.rest ?? ''),
			withoutStop(location?.repository ?? ''),
			withoutStop(source),
			edition ? `${editionNames[edition.kind]} ${editionDigits(item)}` : '',
			edition?.translator ? `translated by ${edition.translator}` : '',
			archiveTitle === '' ? '' : `${archiveTitle} (Lectern archive)`,
			bracketed(url),
			bracketed(address),
		],
		', ',
	);
	return sentence(
		joined([who, quotedTitle(title, rest !== '')], ', ')
			.concat(rest === '' ? '' : ` ${rest}`)
			.trim(),
	);
}

/** American usage: the comma stands within the marks, and none behind a title that has an end of its own. */
function quotedTitle(title: string, isFollowed: boolean): string {
	if (title === '') return isFollowed ? 'untitled,' : 'untitled';
	return titleInMarks(`${title}${isFollowed && !/[?!…,]$/u.test(title) ? ',' : ''}`, 'en');
}
