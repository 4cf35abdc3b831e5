import { basename, resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { canonicalLanguage } from '#shared/domain/language-tag.ts';
import {
	mayGoOut,
	type Translation,
	type TranslationFormat,
	type TranslationOutcome,
	type TranslationStatus,
} from '#shared/domain/translation.ts';
import { languageName } from '#shared/messages/language-name.ts';
import { message } from '#shared/messages/messages.ts';
import { outcomeWords, strayLines } from '#shared/messages/outcome-words.ts';
import type { Output } from '../output.ts';
import { findRecord, shortIdLength } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';
import { withoutControls } from '../text-width.ts';

/** Prints what is asked for in another language and what there is; without a status, all of it. */
export async function listTranslations(
	{ calls }: Session,
	status: TranslationStatus | undefined,
	output: Output,
): Promise<number> {
	const all = await calls.translations.list({});
	const translations = all.filter((translation) => status === undefined || translation.status === status);
	for (const translation of translations) output.json(translation);
	if (translations.length === 0) output.line(message('cli.translations.none'));
	else for (const line of formatTable(columns(), translations.map(cells), output.width)) output.line(line);
	return 0;
}

function columns(): Column[] {
	return [
		{ title: message('cli.list.id') },
		{ title: message('translations.column.language') },
		{ title: message('translations.column.status') },
		{ title: message('translations.column.done'), align: 'end' },
		{ title: message('cli.list.title'), isElastic: true },
	];
}

function cells({ recordId, language, status, translatedCount, passageCount, title }: Translation): string[] {
	return [
		recordId.slice(-shortIdLength),
		language,
		message(`translations.status.${status}`),
		`${translatedCount}/${passageCount}`,
		title,
	];
}

/** Puts records on the list of what is to be translated. */
export async function askForTranslations(
	{ calls }: Session,
	{ records, to }: { records: readonly string[]; to: string },
	output: Output,
): Promise<number> {
	const all = await calls.records.list({});
	const recordIds = records.map((asked) => findRecord(all, asked).id);
	const count = await calls.translations.ask({ recordIds, language: languageOf(to) });
	output.json({ asked: count });
	output.note(message('translations.asked', { count }));
	return 0;
}

interface SheetOptions {
	/** Without one, all that are asked for. */
	record?: string | undefined;
	to: string;
	format: TranslationFormat;
	out: string;
}

/** Writes the file for a translator, of one record or of all that are asked for, and says what of them is in it. */
export async function exportSheet(
	{ calls }: Session,
	{ record, to, format, out }: SheetOptions,
	output: Output,
): Promise<number> {
	const path = resolve(out);
	const language = languageOf(to);
	const all = await calls.translations.list({});
	const awaited = all.filter((each) => each.language === language && each.status === 'asked' && mayGoOut(each));
	const going = record === undefined ? awaited : [{ recordId: findRecord(await calls.records.list({}), record).id }];
	if (going.length === 0) throw new AppError('invalid-input', { reason: message('cli.translations.none-asked') });
	// Before anything is written, while it can be called off.
	const [one] = going;
	for (const words of record === undefined ? warningsOfAll(awaited) : await warningsOf(calls, one?.recordId))
		output.note(words);
	const aims = going.map(({ recordId }) => ({ recordId, language }));
	const summary = await calls.translations.exportTo({ aims, isPacked: record === undefined, format, path });
	output.json({ file: path, ...summary });
	const { fileCount, passageCount: count, doneCount: done } = summary;
	const saved = message('translations.saved', { count, done });
	output.note(fileCount === 1 ? saved : message('translations.saved-files', { files: fileCount, saved }));
	return 0;
}

async function warningsOf(calls: Session['calls'], recordId: RecordId | undefined): Promise<string[]> {
	if (!recordId) return [];
	const { redactionId } = await calls.records.get({ id: recordId });
	if (redactionId) return [message('translations.save-redacted')];
	const { withheldNames } = await calls.descriptions.get({ recordId });
	return withheldNames.length > 0 ? [message('translations.save-names')] : [];
}

function warningsOfAll(translations: readonly Translation[]): string[] {
	const redacted = translations.filter(({ isRedacted }) => isRedacted).length;
	const named = translations.filter(({ hasWithheldNames }) => hasWithheldNames);
	const titles = named.map(({ title }) => withoutControls(title));
	return [
		...(redacted > 0 ? [message('translations.save-all-redacted', { count: redacted })] : []),
		...(titles.length > 0 ? [message('translations.save-all-names', { titles: titles.join(', ') })] : []),
	];
}

interface HomeOptions {
	file: string;
	record?: string;
	to?: string;
	by?: string;
}

/** Brings in what came home, and accounts for every row of it. */
export async function bringInTranslation(
	{ calls, archive }: Session,
	{ file, record, to, by = '' }: HomeOptions,
	output: Output,
): Promise<number> {
	const path = resolve(file);
	const recordId = record === undefined ? undefined : findRecord(await calls.records.list({}), record).id;
	const outcome = await archive.services.translating.bringIn({
		...{ path, name: basename(path), translator: by },
		...(recordId && { recordId }),
		...(to !== undefined && { language: languageOf(to) }),
	});
	output.json(outcome);
	for (const line of linesOf(outcome)) output.line(line);
	return 0;
}

function linesOf(outcome: TranslationOutcome): string[] {
	const { title, language, translatedCount: done, passageCount: total, stray } = outcome;
	return [
		message('translations.came', { title: withoutControls(title) }),
		`${languageName(language)}: ${message('translations.done', { done, total })}`,
		...outcomeWords(outcome),
		...(stray.length > 0 ? [message('translations.came.stray', { count: stray.length })] : []),
		...strayLines(outcome).map((line) => `  ${withoutControls(line)}`),
	];
}

/** As BCP 47 writes it; throws invalid-input for what is none. */
function languageOf(tag: string): string {
	const language = canonicalLanguage(tag);
	if (language !== null) return language;
	throw new AppError('invalid-input', { reason: message('cli.translations.language', { tag }) });
}
