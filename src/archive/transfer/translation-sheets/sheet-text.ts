import { withoutControls } from '#shared/cite/escape-markup.ts';
import { languageName } from '#shared/messages/language-name.ts';
import { message } from '#shared/messages/messages.ts';
import { writeRows } from '#shared/translation/numbered-text.ts';
import type { TranslationSheet } from './translation-sheet.ts';

/**
 * Plain text: every passage as a quotation ("> …"), and under it its number with room for what it says. Quoted lines are
 * dropped when it comes home.
 */
export function writeSheetText({ title, language, code, rows }: TranslationSheet): Uint8Array {
	const parts = [
		// A title may begin as a row does.
		`> ${withoutControls(title)}`,
		message('translations.sheet.text-task', { language: languageName(language) }),
		message('translations.sheet.code', { code }),
		...rows.map((row, ordinal) => {
			const original = withoutControls(row.text).split('\n');
			const own = writeRows([{ label: row.label, ordinal, text: row.text }], () => row.done?.text);
			return `${original.map((line) => `> ${line}`).join('\n')}\n${own}`;
		}),
	];
	// With the mark that tells old editors on Windows that it is UTF-8.
	return new TextEncoder().encode(`\ufeff${parts.join('\n\n').replace(/\n/g, '\r\n')}\r\n`);
}
