import { message } from '#shared/messages/messages.ts';

/** What a translator does with the file, each sentence a paragraph. @param target the language to translate into */
export function instructionsOf(target: string): string[] {
	return [
		message('translations.sheet.task', { language: target }),
		message('translations.sheet.numbers'),
		message('translations.sheet.blank'),
		message('translations.sheet.save'),
	];
}
