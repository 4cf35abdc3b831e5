import type { TextRange } from '#shared/domain/annotation.ts';
import type { Block } from '#shared/domain/block.ts';
import type { EditionKind } from '#shared/domain/edition.ts';
import type { MediaFacts } from '#shared/domain/media-facts.ts';
import type { OldFont } from '#shared/domain/old-fonts.ts';
import type { PageRegion } from '#shared/domain/page-box.ts';
import type { PageLayout } from '#shared/domain/page-layout.ts';
import type { PagePart } from '#shared/domain/page-part.ts';
import type { PictureFacts } from '#shared/domain/recognition.ts';
import type { RecordFields } from '#shared/domain/record.ts';

export interface ReadOptions {
	/** Shown in errors and used as the title where the text has none; never opened. */
	fileName: string;
	/** An id of `encodings`, chosen by a person; without it the encoding is found. */
	encoding?: string;
	/** It is said to be the transcript of a recording: times before its paragraphs are times of that. */
	isTranscript?: boolean;
	/** It is set in such a font, as a person says: its letters stand for others. */
	font?: OldFont;
	/** What to take of a saved page, as a person says; without it the article, where the page clearly has one. */
	part?: PagePart;
}

/** What an importer made of a file: all that an edition needs. Plain data, so that it can cross to another process. */
export interface Extraction {
	mediaType: string;
	/** What its edition is; absent for the text of the file itself, an extraction. */
	kind?: EditionKind;
	importer: string;
	importerVersion: string;
	/** `encoding`, `encodingFoundBy`; `undecodable` where bytes had no character; `flattened` where structure was given up. */
	parameters: Record<string, string | number | boolean>;
	/** BCP 47: what the file says or a guess; 'und' when not known. */
	language: string;
	title: string;
	blocks: Block[];
	/** Where the text stands on the pages of the file, for those that have pages and say so. */
	layout?: PageLayout[];
	/** What readers marked and wrote in the file. */
	marks?: ReceivedMark[];
	/** What the file says of who made it and when. */
	fields?: Partial<Pick<RecordFields, 'kind' | 'creators' | 'dates'>>;
	/** For a picture, which has no blocks: what its head says. Its text can be recognised. */
	picture?: PictureFacts;
	/** For a recording, which has no blocks either. */
	media?: MediaFacts;
	/** Files within the file, in order: each becomes a record of its own. */
	attachments?: Attachment[];
	/** Files that belong to it and lie beside it, by their paths from its folder, with '/'. */
	beside?: string[];
	/** What else is in the file and stays there: it is named in the report. */
	leftOut?: LeftOut[];
}

/** A mark or note that somebody made in the file, with another program. */
export interface ReceivedMark {
	/** What the file calls it. */
	id: string;
	/** The one that it answers. */
	replyTo: string | null;
	/** '' for a mark without words. */
	body: string;
	/** '' where the file does not say. */
	author: string;
	/** ISO 8601 UTC; null where the file does not say. */
	at: string | null;
	/** The words that it stands on. */
	range: Omit<TextRange, 'editionId'> | null;
	/** Where it stands, if not on words of the text. */
	region: Omit<PageRegion, 'originalSha256'> | null;
}

export interface LeftOut {
	name: string;
	reason: string;
}

/** A file within another one. */
export interface Attachment {
	/** As the outer file calls it, or made up; safe to show, never a path. */
	fileName: string;
	bytes: Uint8Array;
	/** What the outer file says of it; goes before what it says of itself. */
	fields?: Partial<RecordFields>;
	/** Added to the parameters of the edition that is made of it. */
	parameters?: Extraction['parameters'];
}

/** Reads one kind of file: bytes in, blocks out. Synchronous and without side effects; it may be killed at any moment. */
export interface Importer {
	name: string;
	/** Goes up whenever the same bytes would give other blocks. */
	version: string;
	mediaType: string;
	/** Lower-case endings of file names, with the dot. */
	extensions: readonly string[];
	read(bytes: Uint8Array, options: ReadOptions): Extraction;
}

/** The same for a file whose parts are unpacked and parsed bit by bit. */
export type ReadLater = (bytes: Uint8Array, options: ReadOptions) => Promise<Extraction>;

/** The file's name without folder and ending: the title of a text that carries none. */
export function titleFromFileName(fileName: string): string {
	const base = fileName.split(/[\\/]/).at(-1) ?? fileName;
	return asOneLine(base.replace(/(?<=.)\.[^.\s]{1,8}$/u, ''));
}

/** A name in a line, as its letters are: some characters in names only turn the reading order, to look like another. */
export function asOneLine(name: string): string {
	return name.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').replaceAll(/\p{Cc}+/gu, ' ');
}
