import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { PortablePaths } from '#archive/packages/bag/portable-paths.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { cellOf, type TranslationsService } from '#archive/translations/translations-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import {
	type TranslationAim,
	type TranslationFormat,
	type TranslationSheetRequest,
	type TranslationSheetSummary,
	translationEndings,
} from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { sheetCode } from '#shared/translation/sheet-code.ts';
import { writeWholeFile } from '../annotation-file.ts';
import { isWithheld } from '../withholding.ts';
import { writeSheetText } from './sheet-text.ts';
import { writeSheetXliff } from './sheet-xliff.ts';
import type { TranslationSheet } from './translation-sheet.ts';

/** Word processors' format comes with a package of its own, loaded when it is asked for and not at every start. */
const writers: Readonly<Record<TranslationFormat, (sheet: TranslationSheet) => Uint8Array | Promise<Uint8Array>>> = {
	docx: async (sheet) => (await import('./sheet-docx.ts')).writeSheetDocx(sheet),
	xliff: writeSheetXliff,
	text: writeSheetText,
};

interface WrittenSheet extends Omit<TranslationSheetSummary, 'fileCount'> {
	title: string;
	language: string;
	bytes: Uint8Array;
}

interface Services {
	records: RecordsService;
	descriptions: DescriptionsService;
	translations: TranslationsService;
}

/** Writes what a translator is given: the passages of a record under their numbers, with room for what they say. */
export class SheetExportService {
	readonly #database: ArchiveDatabase;
	readonly #services: Services;

	constructor(database: ArchiveDatabase, services: Services) {
		this.#database = database;
		this.#services = services;
	}

	/**
	 * What goes to a translator is what would go to any stranger: nothing of a record whose access keeps it in, which is
	 * `invalid-input`, and of one that has been redacted that text. Then the records are with the translator.
	 */
	async toBytes(asked: TranslationSheetRequest): Promise<TranslationSheetSummary & { bytes: Uint8Array }> {
		const written = await this.#writeAll(asked);
		this.#services.translations.noteSent(asked.aims);
		return written;
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(asked: TranslationSheetRequest, path: string): Promise<TranslationSheetSummary> {
		const { bytes, ...summary } = await this.#writeAll(asked);
		await writeWholeFile(path, bytes);
		this.#services.translations.noteSent(asked.aims);
		return summary;
	}

	async #writeAll({
		aims,
		isPacked,
		format,
	}: TranslationSheetRequest): Promise<TranslationSheetSummary & { bytes: Uint8Array }> {
		const sheets: WrittenSheet[] = [];
		for (const aim of aims) sheets.push(await this.#write(aim, format));
		const sum = (count: (sheet: WrittenSheet) => number) => sheets.reduce((total, sheet) => total + count(sheet), 0);
		return {
			bytes: !isPacked && sheets.length === 1 && sheets[0] ? sheets[0].bytes : await zipped(sheets, format),
			fileCount: sheets.length,
			passageCount: sum(({ passageCount }) => passageCount),
			doneCount: sum(({ doneCount }) => doneCount),
			isRedacted: sheets.some(({ isRedacted }) => isRedacted),
			hasWithheldNames: sheets.some(({ hasWithheldNames }) => hasWithheldNames),
		};
	}

	async #write({ recordId, language }: TranslationAim, format: TranslationFormat): Promise<WrittenSheet> {
		const { records, descriptions, translations } = this.#services;
		const record = records.get({ id: recordId });
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		if (isWithheld(record, today)) {
			throw new AppError('invalid-input', { reason: message('translations.reason.withheld', { title: record.title }) });
		}
		if (record.editionId === null) {
			throw new AppError('invalid-input', { reason: message('translations.reason.no-text', { title: record.title }) });
		}
		const matter = translations.matterOf(recordId, language);
		const { base, blocks, rows, done, joinedIn } = matter;
		const isRedacted = record.redactionId === base.id;
		const code = sheetCode(base.id, language);
		// Nothing beside a text is redacted with it: the title may say what was blacked out.
		const title = isRedacted ? code : record.title;
		const sheet: TranslationSheet = {
			...{ title, sourceLanguage: base.language, language, code },
			rows: rows.map(({ label, ordinal, text }) => {
				const { kind, marks = [] } = blocks[ordinal] ?? { kind: 'paragraph' };
				const translated = cellOf(matter, ordinal);
				return {
					...{ label, text, marks, isHeading: kind === 'title' || kind === 'heading' },
					done: translated ?? null,
				};
			}),
		};
		return {
			...{ title, language },
			bytes: await writers[format](sheet),
			passageCount: rows.length,
			doneCount: rows.filter(({ ordinal }) => done.has(ordinal) || joinedIn.has(ordinal)).length,
			isRedacted,
			hasWithheldNames: !isRedacted && descriptions.get({ recordId }).withheldNames.length > 0,
		};
	}
}

/** A folder for each language. */
async function zipped(sheets: readonly WrittenSheet[], format: TranslationFormat): Promise<Uint8Array> {
	const { zipSync } = await import('fflate');
	const paths = new PortablePaths();
	const files = sheets.map(({ title, language, bytes }) => {
		const path = paths.claim(language, `${title.replaceAll('/', '_')}.${translationEndings[format]}`);
		return [path, bytes] as const;
	});
	return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}
