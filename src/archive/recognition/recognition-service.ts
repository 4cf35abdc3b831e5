import { type SuccessionServices, succeed } from '#archive/adding/edition-succession.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { isOfMedium } from '#archive/db/sqlite-error.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { LanguageFile } from '#archive/importers/recognition/engine.ts';
import type { Candidate } from '#archive/importers/recognition/language-trial.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { RecognitionCalls } from '#shared/api/recognition-api.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import { type Block, isPassage } from '#shared/domain/block.ts';
import { type JobId, newId, type RecordId, type StepId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { providedLanguages, type RecognitionLanguage, recognisableTypes } from '#shared/domain/recognition.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import type { LanguageData } from './language-data.ts';
import { PageReader } from './page-reader.ts';
import { editionOfPages, type ReadIn, type ReadPage } from './recognised-text.ts';

interface Services extends SuccessionServices {
	originals: OriginalsService;
	custody: CustodyService;
}

export interface RecognitionTools {
	database: ArchiveDatabase;
	jobs: JobsService;
	/** Compares texts; not the one that recognises, which a cancel kills. */
	importer: ImportClient;
	/** In a process of its own, so that adding files never waits for a page. */
	recogniser: ImportClient;
	languageData: LanguageData;
	/** BCP 47 of the interface, asked each time. */
	language(): string;
}

/** What was asked, as it is kept for a retry. */
interface KeptRequest {
	recordIds: RecordId[];
	languages: string[];
}

/** Recognises text in pictures and scanned PDFs, as a job: record by record, each written whole or not at all. */
export class RecognitionService {
	readonly #tools: RecognitionTools;
	readonly #services: Services;
	readonly #pages: PageReader;

	constructor(tools: RecognitionTools, services: Services) {
		this.#tools = tools;
		this.#services = services;
		this.#pages = new PageReader(services.originals, tools.recogniser);
	}

	languages(): RecognitionLanguage[] {
		return this.#tools.languageData.list();
	}

	/** See the contract. The whole job is one step to undo. */
	start({ id, recordIds, languages }: ArgumentOf<RecognitionCalls['start']>): JobId {
		if (this.#tools.database.isReadOnly) throw new AppError('read-only');
		this.#tools.languageData.filesOf(languages);
		if (this.#available().length === 0)
			throw new AppError('invalid-input', { reason: message('recognition.reason.no-data') });
		const request: KeptRequest = { recordIds: [...new Set(recordIds)], languages };
		this.#tools.jobs.start(id, 'recognise', request, (run) => this.#run(run, request));
		return id;
	}

	/** A new job for the records of an earlier one that failed or were not reached. */
	retry({ id }: { id: JobId }): JobId {
		const request = this.#tools.jobs.requestOf(id) as KeptRequest;
		const { items } = this.#tools.jobs.items({ id, offset: 0, limit: Number.MAX_SAFE_INTEGER });
		const isSettled = ({ outcome }: JobItem) => outcome !== 'failed' && outcome !== 'cancelled';
		const settled = new Set(items.filter(isSettled).map(({ recordId }) => recordId));
		const recordIds = request.recordIds.filter((recordId) => !settled.has(recordId));
		return this.start({ id: newId<JobId>(), recordIds, languages: request.languages });
	}

	/** Takes in a file with the data of a language. Throws invalid-input where the engine cannot use it. */
	addLanguage(path: string, name: string): Promise<RecognitionLanguage> {
		const { languageData, recogniser } = this.#tools;
		return languageData.add(path, name, async (language) => {
			await recogniser.recognise(name, { kind: 'check', language });
		});
	}

	removeLanguage({ code }: { code: string }): void {
		this.#tools.languageData.remove(code);
	}

	async #run(run: JobRun, { recordIds, languages }: KeptRequest): Promise<void> {
		run.setTotal(recordIds.length);
		let stepId = run.id as string as StepId;
		for (const recordId of recordIds) {
			const { title, item } = this.#itemOf(recordId);
			if (run.signal.aborted) {
				this.#keep(run, { ...item, outcome: 'cancelled' });
				continue;
			}
			run.setCurrent(title);
			try {
				stepId = (await this.#recognise(run, { recordId, languages, stepId })) ?? stepId;
			} catch (error) {
				if (isOfMedium(error)) throw error;
				const data = toErrorData(error);
				this.#keep(run, { ...item, ...(data.code === 'cancelled' ? { outcome: 'cancelled' } : outcomeOf(error)) });
			}
		}
	}

	#itemOf(recordId: RecordId): { title: string; item: Pick<JobItem, 'name' | 'recordId'> } {
		const [record] = this.#services.records.list({ ids: [recordId] });
		return { title: record?.title ?? recordId, item: { name: record?.title ?? recordId, recordId } };
	}

	/** Gives the step that it was written in; throws why there is nothing to write. */
	async #recognise(
		run: JobRun,
		{ recordId, languages, stepId }: { recordId: RecordId; languages: string[]; stepId: StepId },
	): Promise<StepId | undefined> {
		const record = this.#services.records.get({ id: recordId });
		const files = record.files.filter(({ mediaType }) => recognisableTypes.includes(mediaType));
		const [first] = files;
		if (!first) throw noText(record.title, message('recognition.reason.no-picture'));
		const readIn = await this.#readIn(record, first, languages, run.signal);
		const pages = await this.#readPages(run, record, files, readIn);
		const made = editionOfPages(pages, readIn);
		if (!pages.some(({ read }) => read.blocks.length > 0)) {
			const isPicture = pages.some(({ read }) => read.widthPx !== null);
			throw noText(record.title, message(isPicture ? 'recognition.reason.nothing' : 'recognition.reason.no-scan'));
		}
		const item: JobItem = {
			name: record.title,
			outcome: 'recognised',
			recordId,
			passageCount: made.blocks.filter(isPassage).length,
			confidence: Number(made.parameters.confidence),
			languages: [...readIn.codes],
		};
		let writtenIn: StepId | undefined;
		await succeed(
			{ database: this.#tools.database, importer: this.#tools.importer, services: this.#services },
			{
				...{ recordId, made, stepId, fileName: first.fileName, label: 'textRecognised' },
				alongside: (step) => {
					writtenIn = step.id;
					this.#services.records.addLanguageWithin(step, recordId, readIn.language);
					for (const sha256 of new Set(pages.map((page) => page.sha256)))
						this.#services.custody.append(step.writer, 'recognised', sha256, {
							...{ engine: made.maker, version: made.makerVersion },
							languages: String(made.parameters.languages),
							...{ pages: pages.filter((page) => page.sha256 === sha256).length, record: recordId },
						});
					run.keepWithin(step.writer, [item]);
				},
			},
		);
		run.count([item]);
		return writtenIn;
	}

	async #readPages(run: JobRun, record: RecordDetail, files: HeldFile[], { codes }: ReadIn): Promise<ReadPage[]> {
		const languages = this.#tools.languageData.filesOf(codes);
		const pages: ReadPage[] = [];
		for (const file of files) {
			const own = this.#ownBlocks(record, file);
			let pageInFile = 0;
			for await (const read of this.#pages.pagesOf(file, languages, run.signal)) {
				pageInFile += 1;
				pages.push({ sha256: file.sha256, pageInFile, read, ownBlocks: own.get(pageInFile) ?? [] });
				if (read.pageCount > 1)
					run.setCurrent(message('recognition.page', { file: file.fileName, page: pageInFile, count: read.pageCount }));
			}
		}
		return pages;
	}

	/** The text layer of a file in which only some pages are pictures, by page. */
	#ownBlocks(record: RecordDetail, file: HeldFile): Map<number, Block[]> {
		const read = record.editions.find(
			({ kind, originalSha256 }) => kind === 'extraction' && originalSha256 === file.sha256,
		);
		const blocks = read ? this.#services.editions.blocks({ id: read.id }).filter(isPassage) : [];
		const byPage = new Map<number, Block[]>();
		for (const { ordinal: _ordinal, number: _number, ...block } of blocks) {
			const page = block.page ?? 1;
			byPage.set(page, [...(byPage.get(page) ?? []), block]);
		}
		return byPage;
	}

	/** What a person chose; else what the record says of its language; else what a trial on its first page finds. */
	async #readIn(record: RecordDetail, file: HeldFile, asked: readonly string[], signal: AbortSignal): Promise<ReadIn> {
		const available = this.#available();
		const stated = available.filter(({ language }) => record.languages.includes(language)).map(({ code }) => code);
		const given = asked.length > 0 ? asked : stated.slice(0, 2);
		const codes = given.length > 0 ? given : await this.#findOut(record.title, file, available, signal);
		const [main] = codes;
		return { codes, language: languageTag(available.find(({ code }) => code === main)) };
	}

	async #findOut(
		title: string,
		file: HeldFile,
		available: readonly RecognitionLanguage[],
		signal: AbortSignal,
	): Promise<string[]> {
		const likely = this.#byLikelihood(available).map(({ code }) => code);
		const candidates = this.#tools.languageData.filesOf(likely).map(toCandidate);
		const code = await this.#pages.languageOf(file, candidates, signal);
		if (!code) throw noText(title, message('recognition.reason.no-language'));
		return [code];
	}

	/** Those that most records of the archive are in come first, then that of the interface. */
	#byLikelihood(available: readonly RecognitionLanguage[]): RecognitionLanguage[] {
		const counts = new Map<string, number>();
		for (const { languages } of this.#services.records.list({}))
			for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
		const spoken = this.#tools.language();
		const weight = ({ language }: RecognitionLanguage) => (counts.get(language) ?? 0) + (language === spoken ? 0.5 : 0);
		return available.toSorted((a, b) => weight(b) - weight(a));
	}

	#available(): RecognitionLanguage[] {
		return this.#tools.languageData.list().filter(({ source }) => source !== 'missing');
	}

	#keep(run: JobRun, item: JobItem): void {
		this.#tools.database.write((writer) => run.keepWithin(writer, [item]));
		run.count([item]);
	}
}

/** Data that a person added under a code of their own says no language. */
function languageTag(language: RecognitionLanguage | undefined): string {
	return providedLanguages.find(({ code }) => code === language?.code)?.language ?? 'und';
}

function toCandidate(file: LanguageFile): Candidate {
	const { script = '', language = '' } = providedLanguages.find(({ code }) => code === file.code) ?? {};
	return { ...file, script, language };
}

function noText(file: string, reason: string): AppError {
	return new AppError('unsupported-format', { file, reason });
}

function outcomeOf(error: unknown): Pick<JobItem, 'outcome' | 'error'> {
	const data = toErrorData(error);
	return { outcome: data.code === 'unsupported-format' ? 'no-text' : 'failed', error: data };
}
