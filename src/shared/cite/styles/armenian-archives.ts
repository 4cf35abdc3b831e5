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
	withoutStop,
} from '../pieces.ts';
import { titleInMarks } from '../title-in-marks.ts';
import { armenian } from '../words/armenian.ts';

/** ֆոնդ, ցուցակ, գործ, թերթ. */
const labels = { fonds: 'ֆ․', inventory: 'ց․', file: 'գ․', leaf: 'թ․' };
const editionNames: Readonly<Record<EditionKind, string>> = {
	extraction: 'քաղված տեքստ',
	ocr: 'ճանաչված տեքստ',
	transcription: 'վերծանում',
	translation: 'թարգմանություն',
	redaction: 'մասամբ ծածկված տեքստ',
};

/** As the National Archives of Armenia are cited: repository, ֆ․, ց․, գ․, թ․ first, the item behind them. */
export function armenianReference(item: CitedItem): string {
	const { title, location, source, url, edition, archiveTitle, address } = item;
	const parts = [
		withoutStop(location?.repository ?? ''),
		...codeParts(location, labels),
		withoutStop(location?.rest ?? ''),
		...creatorNamesInLine(item.creators),
		title === '' ? 'անվերնագիր' : titleInMarks(title, 'hy'),
		dateOf(item, armenian),
		reportedIn(item, armenian),
		paragraphsOf(item, armenian),
		withoutStop(source),
		edition ? `${editionNames[edition.kind]} ${editionDigits(item)}` : '',
		edition?.translator ? `թարգմ․ ${edition.translator}` : '',
		archiveTitle === '' ? '' : `Lectern արխիվ «${archiveTitle}»`,
		bracketed(url),
		bracketed(address),
	];
	return `${joined(parts, ', ')}։`;
}
