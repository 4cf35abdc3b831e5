import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import type { SheetPassage, TranslationSheet } from './translation-sheet.ts';

/**
 * XLIFF 2.1 (OASIS), for programs that translators work with: a unit a passage, which has its number as its name. Formatting
 * is left out, since there it would be codes between the words.
 */
export function writeSheetXliff({ title, sourceLanguage, language, code, rows }: TranslationSheet): Uint8Array {
	const lines = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${escapeMarkup(sourceLanguage)}" trgLang="${escapeMarkup(language)}" xml:space="preserve">`,
		`<file id="text" original="${escapeMarkup(code)}">`,
		`<notes><note>${escapeMarkup(title)}</note><note>${escapeMarkup(code)}</note></notes>`,
		...rows.map(unitOf),
		'</file>',
		'</xliff>',
	];
	return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function unitOf({ label, text, done }: SheetPassage): string {
	const state = done ? 'translated' : 'initial';
	const target = done ? `<target>${escapeMarkup(done.text)}</target>` : '';
	return `<unit id="p${label}" name="${label}"><segment state="${state}"><source>${escapeMarkup(text)}</source>${target}</segment></unit>`;
}
