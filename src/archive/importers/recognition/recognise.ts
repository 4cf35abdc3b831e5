import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import { readEitherWay } from './either-way.ts';
import { type LanguageFile, openEngine } from './engine.ts';
import { type Candidate, tryLanguages } from './language-trial.ts';
import { pagePicture } from './page-picture.ts';
import type { RecognisedBlock } from './page-text.ts';

/** A page of a file, to be read or only looked at. */
export interface PageOfFile {
	bytes: Uint8Array;
	mediaType: string;
	/** From 1. */
	page: number;
}

export type RecognitionTask =
	/** Reads one page, in these languages together. */
	| ({ kind: 'page'; languages: LanguageFile[] } & PageOfFile)
	/** Finds out which of these languages a page is in; the earlier one where two fit. */
	| ({ kind: 'language'; candidates: Candidate[] } & PageOfFile)
	/** Finds out whether a file is language data. */
	| { kind: 'check'; language: LanguageFile };

export interface RecognisedPage {
	pageCount: number;
	engineVersion: string;
	/** Of the picture, upright; null for a page that is none, and has no blocks then. */
	widthPx: number | null;
	heightPx: number | null;
	blocks: RecognisedBlock[];
}

export type RecognitionResult =
	| { kind: 'page'; page: RecognisedPage }
	/** null where the page is no picture, or nothing on it reads as words. */
	| { kind: 'language'; code: string | null }
	| { kind: 'check'; engineVersion: string };

/** Does one task; the import process does nothing else meanwhile. Throws with the file's name. */
export async function recognise(fileName: string, task: RecognitionTask): Promise<RecognitionResult> {
	try {
		if (task.kind === 'check') return { kind: 'check', engineVersion: (await openEngine([task.language])).version };
		const { pageCount, picture } = await pagePicture(task.bytes, { fileName, ...task });
		if (task.kind === 'language')
			return { kind: 'language', code: picture && (await tryLanguages(picture, task.candidates)) };
		const engine = await openEngine(task.languages);
		const blocks = picture ? readEitherWay(engine, picture) : [];
		const { widthPx = null, heightPx = null } = picture ?? {};
		return { kind: 'page', page: { pageCount, engineVersion: engine.version, widthPx, heightPx, blocks } };
	} catch (error) {
		const { code, detail } = toErrorData(error);
		throw new AppError(code, 'file' in detail ? { ...detail, file: fileName } : detail, { cause: error });
	}
}
