import type { Edition, EditionKind } from '../domain/edition.ts';
import { type Creator, type Holding, mainDate, type RecordDate, type RecordSummary } from '../domain/record.ts';
import { type ArchivalLocation, archivalLocation, withoutRepository } from './archival-location.ts';

/** The text that words were quoted from: paragraph numbers hold for it alone. */
export interface CitedEdition {
	kind: EditionKind;
	/** SHA-256 of its text; references show the first digits. */
	textSha256: string;
	/** Who translated it; '' for what is no translation, and where that is not known. */
	translator: string;
}

/** Everything that a reference may say. What is not known is '' or null, and leaves no trace in any style. */
export interface CitedItem {
	title: string;
	kind: string;
	creators: readonly Creator[];
	/** EDTF, as precise as the source is. */
	date: string;
	/** Whether the date is inferred, not stated: written in brackets. */
	isDateInferred: boolean;
	holding: Holding;
	/** Where a record that is only described is known from, in words. */
	knownFrom: string;
	/** Repository and reference code; null where neither the record's description nor the source's words hold one. */
	location: ArchivalLocation | null;
	/** Where it came from in words, when these are neither a location nor an address. */
	source: string;
	/** A web address that it came from. */
	url: string;
	/** ¶ numbers, "3" or "3–5". */
	paragraphs: string;
	/** When they are spoken, of a transcript: "00:12:31" or "00:12:31–00:13:02". */
	times: string;
	edition: CitedEdition | null;
	/** Title of the Lectern archive. */
	archiveTitle: string;
	/** `lectern:` address of the place. */
	address: string;
}

export interface CitedPlace {
	paragraphs?: string;
	times?: string;
	edition?: Pick<Edition, 'kind' | 'textSha256' | 'maker'> | null;
	archiveTitle?: string;
	address?: string;
	/** Names of the files that the record holds: where a source says no more than one of these, a reference leaves it out. */
	fileNames?: readonly string[];
}

type CitedRecord = Pick<RecordSummary, 'title' | 'kind' | 'creators' | 'dates' | 'holding' | 'knownFrom' | 'source'> & {
	/** Of its archival description. */
	referenceCode?: string;
};

/** What can be said of a record, and of a place in its text. */
export function citedItem(record: CitedRecord, place: CitedPlace = {}): CitedItem {
	const { paragraphs = '', times = '', edition = null, archiveTitle = '', address = '', fileNames = [] } = place;
	const date = mainDate(record.dates);
	const written = record.source.trim().replace(/\s+/g, ' ');
	const source = fileNames.includes(written.replace(/^.*[/\\]/, '')) ? '' : written;
	const url = /^https?:\/\/\S+$/i.test(source) ? source : '';
	const inSource = url === '' ? archivalLocation(source) : null;
	const code = record.referenceCode?.trim().replace(/\s+/g, ' ') ?? '';
	const location = code === '' ? inSource : locationOf(code, inSource);
	return {
		title: record.title.trim(),
		kind: record.kind,
		creators: record.creators,
		date,
		isDateInferred: isInferred(record.dates, date),
		holding: record.holding,
		knownFrom: record.knownFrom.trim(),
		location,
		source: url === '' && !inSource ? source : '',
		url,
		paragraphs,
		times,
		edition: edition && {
			kind: edition.kind,
			textSha256: edition.textSha256,
			translator: edition.kind === 'translation' ? edition.maker : '',
		},
		archiveTitle,
		address,
	};
}

/** A code that has levels of its own is written by each style's labels, any other as it is. */
function locationOf(code: string, inSource: ArchivalLocation | null): ArchivalLocation {
	const repository = inSource?.repository ?? '';
	const inCode = archivalLocation(code) ?? { repository, parts: [], rest: withoutRepository(code, repository) };
	return { ...inCode, repository: inCode.repository || repository };
}

function isInferred(dates: readonly RecordDate[], date: string): boolean {
	return date !== '' && dates.find(({ edtf }) => edtf === date)?.inferred !== '';
}
