import { languageName } from '#renderer/lib/language-name.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { type TranslationAim, type TranslationFormat, translationEndings } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { sheetCode } from '#shared/translation/sheet-code.ts';

export interface NamedAim extends TranslationAim {
	title: string;
	/** The redacted text, where that is what goes out. */
	redactionId: EditionId | null;
}

/** So that the whole name fits on every disk. */
const longestTitle = 80;

/** What the file for a translator is called: by its code where the text is redacted, since the title is not. */
export function sheetName({ title, language, redactionId }: NamedAim, format: TranslationFormat): string {
	const own = redactionId ? sheetCode(redactionId, language) : title;
	const short = own.slice(0, longestTitle).replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ');
	const words = message('translations.file-name', { title: short.trim(), language: languageName(language) });
	return `${words}.${translationEndings[format]}`;
}
