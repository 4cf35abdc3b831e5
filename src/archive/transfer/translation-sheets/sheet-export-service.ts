import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { TranslationsService } from '#archive/translations/translations-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type {
	TranslationFormat,
	TranslationSheetRequest,
	TranslationSheetSummary,
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
	 * `invalid-input`, and of one that has been redacted that text. Then the record is with the translator.
	 */
	async toBytes(asked: TranslationSheetRequest): Promise<TranslationSheetSummary & { bytes: Uint8Array }> {
		const { bytes, ...summary } = await this.#write(asked);
		this.#services.translations.noteSent([asked.recordId], asked.language);
		return { ...summary, bytes };
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(asked: TranslationSheetRequest, path: string): Promise<TranslationSheetSummary> {
		const { bytes, ...summary } = await this.#write(asked);
		await writeWholeFile(path, bytes);
		this.#services.translations.noteSent([asked.recordId], asked.language);
		return summary;
	}

	async #write({ recordId, language, format }: TranslationSheetRequest) {
		const { records, descriptions, translations } = this.#services;
		const record = records.get({ id: recordId });
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		if (isWithheld(record, today)) {
			throw new AppError('invalid-input', { reason: message('translations.reason.withheld', { title: record.title }) });
		}
		if (record.editionId === null) {
			throw new AppError('invalid-input', { reason: message('translations.reason.no-text', { title: record.title }) });
		}
		const { base, blocks, rows, done } = translations.matterOf(recordId, language);
		const sheet: TranslationSheet = {
			...{ title: record.title, sourceLanguage: base.language, language, code: sheetCode(base.id, language) },
			rows: rows.map(({ label, ordinal, text }) => {
				const { kind, marks = [] } = blocks[ordinal] ?? { kind: 'paragraph' };
				const translated = done.get(ordinal);
				return {
					...{ label, text, marks, isHeading: kind === 'title' || kind === 'heading' },
					done: translated ? { text: translated.text, marks: translated.marks ?? [] } : null,
				};
			}),
		};
		const isRedacted = record.redactionId === base.id;
		return {
			bytes: await writers[format](sheet),
			passageCount: rows.length,
			doneCount: rows.filter(({ ordinal }) => done.has(ordinal)).length,
			isRedacted,
			hasWithheldNames: !isRedacted && descriptions.get({ recordId }).withheldNames.length > 0,
		};
	}
}
