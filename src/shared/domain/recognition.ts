/**
 * The languages that come with Lectern: the engine's code (the data file is `CODE.traineddata`), the BCP 47 tag of a text
 * read with it, and its script (ISO 15924).
 */
export const providedLanguages = [
	{ code: 'eng', language: 'en', script: 'Latn' },
	{ code: 'rus', language: 'ru', script: 'Cyrl' },
	{ code: 'hye', language: 'hy', script: 'Armn' },
	{ code: 'aze', language: 'az', script: 'Latn' },
	{ code: 'aze_cyrl', language: 'az-Cyrl', script: 'Cyrl' },
	{ code: 'tur', language: 'tr', script: 'Latn' },
	{ code: 'fra', language: 'fr', script: 'Latn' },
	{ code: 'kat', language: 'ka', script: 'Geor' },
] as const;

/** A language that pictures can be read in, or could if its data were there. */
export interface RecognitionLanguage {
	/** As the engine calls it: lower-case letters, digits, '_'. */
	code: string;
	/** BCP 47; the code itself where Lectern does not know the data. */
	language: string;
	/** `own`: added by this person on this device. `missing`: not installed here. */
	source: 'provided' | 'own' | 'missing';
}

/** Formats of pictures whose text can be recognised; a PDF is one where its pages are pictures. */
export const recognisableTypes: readonly string[] = [
	'image/jpeg',
	'image/png',
	'image/tiff',
	'image/webp',
	'application/pdf',
];

/** What a picture is, by its head. */
export interface PictureFacts {
	/** As seen, upright. */
	widthPx: number;
	heightPx: number;
	/** More than one in a TIFF of several pages. */
	pageCount: number;
}

/** More languages at once read worse and slower than the one or two that are there. */
export const mostLanguagesAtOnce = 3;
