import * as v from 'valibot';
import { lineSchema } from './schemas.ts';

/** The bytes of a list in base64 take up to so many characters: 3 MB, far more than 5,000 names. */
export const longestList = 4_000_000;
const longestTable = 24_000_000;

/** Files of terms to search for, and of what was found: they are nothing of the archive's. */
export interface ListCalls {
	/** The text of a file, its encoding found as for any file that is added; `unsupported-format` when it has none. */
	read(argument: { fileName: string; base64: string }): string;
	/** Writes a table to a path that the person chose, in UTF-8 with a mark, which spreadsheets ask for. Desktop only. */
	saveTo(argument: { path: string; text: string }): void;
}

export const listArguments = {
	read: v.object({ fileName: lineSchema, base64: v.pipe(v.string(), v.maxLength(longestList)) }),
	saveTo: v.object({ path: lineSchema, text: v.pipe(v.string(), v.maxLength(longestTable)) }),
};
