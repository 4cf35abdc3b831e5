import { basename, resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type {
	Translation,
	TranslationFormat,
	TranslationOutcome,
	TranslationStatus,
} from '#shared/domain/translation.ts';
import { languageName } from '#shared/messages/language-name.ts';
import { message } from '#shared/messages/messages.ts';
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
	record: string;
	to: string;
	format: TranslationFormat;
	out: string;
}

/** Writes the file for a translator, and says what of the record is in it. */
export async function exportSheet(
	{ calls }: Session,
	{ record, to, format, out }: SheetOptions,
	output: Output,
): Promise<number> {
	const { id: recordId } = findRecord(await calls.records.list({}), record);
	const path = resolve(out);
	const summary = await calls.translations.exportTo({ recordId, language: languageOf(to), format, path });
	output.json({ file: path, ...summary });
	output.note(message('translations.saved', { count: summary.passageCount, done: summary.doneCount }));
	if (summary.isRedacted) output.note(message('translations.save-redacted'));
	if (summary.hasWithheldNames) output.note(message('translations.save-names'));
	return 0;
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
	const { title, language, translatedCount: done, passageCount: total, isSame, isOfEarlier, keptCount } = outcome;
	const { blank, repeated, joined, stray } = outcome;
	const list = (labels: readonly string[]) => labels.join(', ');
	return [
		message('translations.came', { title: withoutControls(title) }),
		`${languageName(language)}: ${message('translations.done', { done, total })}`,
		...(isSame ? [message('translations.came.same')] : []),
		...(isOfEarlier ? [message('translations.came.earlier')] : []),
		...(keptCount > 0 ? [message('translations.came.kept', { count: keptCount })] : []),
		...(blank.length > 0 ? [message('translations.came.blank', { labels: list(blank) })] : []),
		...(repeated.length > 0 ? [message('translations.came.repeated', { labels: list(repeated) })] : []),
		...(joined.length > 0
			? [message('translations.came.joined', { labels: list(joined.map((group) => group.join(' + '))) })]
			: []),
		...(stray.length > 0 ? [message('translations.came.stray', { count: stray.length })] : []),
		...stray.map(({ label, text }) => `  [${withoutControls(label)}] ${withoutControls(text)}`),
	];
}

/** As BCP 47 writes it; throws invalid-input for what is none. */
function languageOf(tag: string): string {
	try {
		const [language] = Intl.getCanonicalLocales(tag);
		if (language) return language;
	} catch {
		// Not a well-formed tag.
	}
	throw new AppError('invalid-input', { reason: message('cli.translations.language', { tag }) });
}
