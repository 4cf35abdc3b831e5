import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { CollectionsService } from '#archive/collections/collections-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { Step } from '#archive/db/step.ts';
import {
	type EditionsService,
	editionIdOf,
	type NewEdition,
	storedBlocks,
} from '#archive/editions/editions-service.ts';
import { asOneLine, type Extraction } from '#archive/importers/importer.ts';
import { type LinksService, wholeLinkId } from '#archive/links/links-service.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import { comparedText, type DescribedTextMatch, recogniseDescribedText } from '#archive/records/described-text.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { WithdrawalsService } from '#archive/withdrawals/withdrawals-service.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import { type Edition, recordingParameter } from '#shared/domain/edition.ts';
import { type AnnotationId, type CollectionId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import type { ItemOutcome, JobItem } from '#shared/domain/job.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import type { TranslationOutcome } from '#shared/domain/translation.ts';
import { languageName } from '#shared/messages/language-name.ts';
import { message } from '#shared/messages/messages.ts';
import { outcomeWords, strayLines } from '#shared/messages/outcome-words.ts';
import { unreadWords } from '#shared/messages/unread-words.ts';
import { type Arrival, withdrawn } from './arrival.ts';
import { keepOriginal } from './keep-original.ts';
import type { TranslatingService } from './translating-service.ts';

/** The services that take part when something is received. */
export interface ReceivingServices {
	records: RecordsService;
	originals: OriginalsService;
	editions: EditionsService;
	links: LinksService;
	custody: CustodyService;
	collections: CollectionsService;
	withdrawals: WithdrawalsService;
	annotations: AnnotationsService;
	/** Where what comes home from translators is taken for that. */
	translating?: TranslatingService;
}

/** How files are received. */
export interface Receiving {
	collectionId?: CollectionId;
	/** What was withdrawn comes back: the person was told, and wants it all the same. */
	takesWithdrawn?: boolean;
}

interface Recognised {
	recordId: RecordId;
	match: DescribedTextMatch;
}

/** Writes what was received: original, record, edition, links and log of a file, all or none of it. */
export class ArrivalWriter {
	readonly #services: ReceivingServices;
	readonly #how: Receiving;
	/** Records of the files written so far, by name. */
	readonly #written = new Map<string, RecordId>();
	/** Names of files that others, by name, wait for: they belong to these and lie beside them. */
	readonly #awaited = new Map<string, Set<string>>();

	/** @param earlier what a job that this one goes on with has written: files that come now may belong to those */
	constructor(services: ReceivingServices, how: Receiving = {}, earlier: readonly JobItem[] = []) {
		this.#services = services;
		this.#how = how;
		for (const item of earlier) if (item.recordId && !this.#isHome(item)) this.#written.set(item.name, item.recordId);
	}

	/** Writes one file and those within it, within the step, and gives their entries in the report, the file's own first. */
	write(step: Step, arrival: Arrival): [JobItem, ...JobItem[]] {
		const item = this.#writeFile(step, arrival);
		if (item.outcome === 'withdrawn') return [item];
		const within = arrival.attachments.map((attachment) => this.write(step, attachment));
		for (const [part] of within) if (!this.#isHome(part)) this.#linkPart(step, part.recordId, item.recordId);
		if (!this.#isHome(item)) {
			if (item.recordId) this.#linkBeside(step, arrival, item.recordId);
			if (arrival.file.whole) this.#linkPart(step, item.recordId, this.#liveId(step, arrival.file.whole));
		}
		return [item, ...within.flat(), ...leftOutOf(arrival)];
	}

	/** The file came home from a translator: the record that it is of does not belong to the mail that it came with. */
	#isHome({ recordId, sha256 }: Pick<JobItem, 'recordId' | 'sha256'>): boolean {
		return !!recordId && !!sha256 && this.#services.records.translatorsFilesOf(recordId).has(sha256);
	}

	/** Links files of one job that lie beside each other, whichever is written first. */
	#linkBeside(step: Step, { file: { name }, extraction, beside = [] }: Arrival, recordId: RecordId): void {
		this.#written.set(name, recordId);
		const folder = name.slice(0, name.lastIndexOf('/') + 1);
		for (const path of extraction?.beside ?? beside) {
			const part = `${folder}${path}`;
			if (this.#written.has(part)) this.#linkPart(step, this.#liveId(step, part), recordId);
			else this.#awaited.set(part, (this.#awaited.get(part) ?? new Set()).add(name));
		}
		for (const whole of this.#awaited.get(name) ?? []) this.#linkPart(step, recordId, this.#liveId(step, whole));
	}

	/** A group of files that could not be written left records here that are nowhere else. */
	#liveId(step: Step, name: string): RecordId | undefined {
		const id = this.#written.get(name);
		return id && step.find('records', id) ? id : undefined;
	}

	#linkPart(step: Step, partId: RecordId | undefined, wholeId: RecordId | undefined): void {
		if (!partId || !wholeId || partId === wholeId) return;
		this.#services.links.insertWithin(step, [
			{
				id: wholeLinkId(partId, 'part-of', wholeId),
				type: 'part-of',
				from: { kind: 'record', id: partId },
				to: { kind: 'record', id: wholeId },
				origin: 'automatic',
			},
		]);
	}

	#writeFile(step: Step, arrival: Arrival): JobItem {
		const { name } = arrival.file;
		const { sha256 } = arrival.original;
		const holder = this.#services.records.holdersOf(sha256)[0];
		if (holder) return { name, ...this.#keepKnown(step, holder, sha256) };
		const withdrawal = this.#services.withdrawals.findOf(sha256);
		if (withdrawal && !this.#how.takesWithdrawn) {
			return { name, outcome: 'withdrawn', error: toErrorData(withdrawn(name, withdrawal)) };
		}
		if (withdrawal) this.#services.withdrawals.liftOfWithin(step, sha256);
		keepOriginal(step, this.#services, arrival);
		const recordingId = this.#recordingOf(step, arrival);
		if (recordingId) return { name, ...this.#addTranscript(step, recordingId, arrival) };
		const home = this.#services.translating?.bringInWithin(step, arrival);
		if (home) return { name, sha256, ...translationItem(home) };
		const recognised = arrival.extraction && this.#recognise(arrival.extraction);
		const { recordId, outcome } = recognised
			? this.#complete(step, arrival, arrival.extraction as Extraction, recognised)
			: this.#addRecord(step, arrival);
		this.#putInCollection(step, recordId);
		return {
			name,
			outcome,
			recordId,
			sha256,
			...(arrival.extraction && describe(arrival.extraction)),
			...(arrival.problem && { error: arrival.problem }),
		};
	}

	/** The record of the recording that a file is the transcript of; undefined for a file that has no times. */
	#recordingOf(step: Step, { file, extraction }: Arrival): RecordId | undefined {
		if (!file.transcriptOf || !extraction?.blocks.some(({ time }) => time)) return undefined;
		return this.#liveId(step, file.transcriptOf);
	}

	/** A transcript belongs to its recording; it opens by itself where that had no text before. */
	#addTranscript(step: Step, recordId: RecordId, arrival: Arrival): Omit<JobItem, 'name'> {
		const { records } = this.#services;
		const { holding, editionId } = records.get({ id: recordId });
		const recording = records.filesOf(recordId).find(({ mediaType }) => isRecording(mediaType));
		const edition = this.#keepText(step, recordId, arrival, arrival.extraction as Extraction, recording?.sha256);
		if (!editionId) records.setStateWithin(step, recordId, { holding, editionId: edition.id });
		records.addLanguageWithin(step, recordId, edition.language);
		return {
			outcome: 'added',
			recordId,
			sha256: arrival.original.sha256,
			...describe(arrival.extraction as Extraction),
		};
	}

	/** Bytes that are in the archive already; a record in the bin comes back, since it was asked for again. */
	#keepKnown(step: Step, holder: { id: RecordId; isInBin: boolean }, sha256: Sha256): Omit<JobItem, 'name'> {
		if (holder.isInBin) this.#services.records.restoreWithin(step, [holder.id]);
		this.#putInCollection(step, holder.id);
		return { outcome: holder.isInBin ? 'added' : 'already-held', recordId: holder.id, sha256 };
	}

	#recognise({ blocks }: Extraction): Recognised | null {
		const described = this.#services.records.describedTexts();
		if (described.length === 0) return null;
		const compared = comparedText(storedBlocks(blocks));
		let variant: Recognised | null = null;
		for (const text of described) {
			const match = recogniseDescribedText(compared, text);
			if (match.match === 'whole') return { recordId: text.recordId, match };
			if (match.match === 'variant') variant ??= { recordId: text.recordId, match };
		}
		return variant;
	}

	/** The described item has arrived: its record holds it now, and the links that waited are made. */
	#complete(
		step: Step,
		arrival: Arrival,
		extraction: Extraction,
		{ recordId, match }: Recognised,
	): { recordId: RecordId; outcome: ItemOutcome } {
		const { records, links } = this.#services;
		const isHeld = records.get({ id: recordId }).holding !== 'described-only';
		if (isHeld) {
			const added = this.#addRecord(step, arrival);
			links.insertWithin(step, [
				{
					id: wholeLinkId(added.recordId, 'version-of', recordId),
					type: 'version-of',
					from: { kind: 'record', id: added.recordId },
					to: { kind: 'record', id: recordId },
					origin: 'suggested',
				},
			]);
			return added;
		}
		const isWhole = match.match === 'whole';
		const edition = this.#keepText(step, recordId, arrival, extraction);
		this.#keepMarks(step, recordId, edition, extraction);
		const holding = isWhole ? 'held' : 'held-variant';
		records.setStateWithin(step, recordId, { holding, editionId: edition.id });
		records.addLanguageWithin(step, recordId, edition.language);
		links.addExpected(step, recordId, edition.id, match.paragraphs, isWhole ? 'automatic' : 'suggested');
		return { recordId, outcome: 'completed' };
	}

	#addRecord(step: Step, arrival: Arrival): { recordId: RecordId; outcome: ItemOutcome } {
		const { records } = this.#services;
		const { extraction, file, original } = arrival;
		const recordId = newId<RecordId>();
		const title = extraction?.title || asOneLine(file.name.split('/').at(-1) ?? file.name);
		const languages = extraction && extraction.language !== 'und' ? [extraction.language] : [];
		const editionId = extraction && editionIdOf(recordId, toNewEdition(extraction, original.sha256));
		const known = { title, languages, source: file.name, ...extraction?.fields, ...arrival.fields, ...file.fields };
		records.addWithin(step, recordId, known, { holding: 'held', editionId });
		if (extraction) this.#keepMarks(step, recordId, this.#keepText(step, recordId, arrival, extraction), extraction);
		else records.addPartWithin(step, recordId, original.sha256, file.name);
		return { recordId, outcome: extraction ? 'added' : 'no-text' };
	}

	#keepText(
		step: Step,
		recordId: RecordId,
		{ file, original }: Arrival,
		extraction: Extraction,
		recordingSha256?: Sha256,
	): Edition {
		this.#services.records.addPartWithin(step, recordId, original.sha256, file.name);
		const made = toNewEdition(extraction, original.sha256, recordingSha256);
		return this.#services.editions.addWithin(step, recordId, made);
	}

	/** What readers marked and wrote in the file with other programs; replies after what they answer. */
	#keepMarks(step: Step, recordId: RecordId, edition: Edition, { marks = [] }: Extraction): void {
		const ids = new Map(marks.map(({ id }) => [id, newId<AnnotationId>()]));
		const written = new Set<string>();
		for (const mark of [...marks].sort((one, other) => Number(one.replyTo !== null) - Number(other.replyTo !== null))) {
			const id = ids.get(mark.id);
			if (!id || written.has(mark.id)) continue;
			const replyToId = mark.replyTo !== null && written.has(mark.replyTo) ? ids.get(mark.replyTo) : undefined;
			const { author, at, body, range, region } = mark;
			this.#services.annotations.addWithin(step, {
				...{ id, recordId, made: { author, at } },
				range: range && { ...range, editionId: edition.id },
				...(region && edition.originalSha256 && { region: { ...region, originalSha256: edition.originalSha256 } }),
				fields: { purpose: 'note', body, tags: [], isResolved: false },
				...(replyToId && { replyToId }),
			});
			written.add(mark.id);
		}
	}

	#putInCollection(step: Step, recordId: RecordId): void {
		const { collections } = this.#services;
		const { collectionId } = this.#how;
		// A collection that was removed meanwhile is no reason to refuse the file.
		if (collectionId && collections.isLive(collectionId))
			collections.addRecordsWithin(step, { id: collectionId, recordIds: [recordId] });
	}
}

/**
 * What an importer made, as an edition of this original. Only times lead into a recording: a text without any is the
 * transcript of none, whatever it was brought in for.
 */
export function toNewEdition(extraction: Extraction, sha256: Sha256, recordingSha256?: Sha256): NewEdition {
	const { kind = 'extraction', importer, importerVersion, parameters, language, blocks, layout } = extraction;
	const isTranscript = recordingSha256 !== undefined && blocks.some(({ time }) => time);
	return {
		kind,
		originalSha256: sha256,
		maker: importer,
		makerVersion: importerVersion,
		parameters: isTranscript ? { ...parameters, [recordingParameter]: recordingSha256 } : parameters,
		language,
		blocks,
		...(layout && { layout }),
	};
}

/** What came home from a translator is no record of its own. */
function translationItem(outcome: TranslationOutcome) {
	const { recordId, language, translatedCount: done, passageCount: total, stray } = outcome;
	const note = message('job.translation', { language: languageName(language), done, total, stray: stray.length });
	// What is in no translation is nowhere else to be read.
	const lines = [[note, ...strayLines(outcome)].join(' · '), ...outcomeWords(outcome)];
	return { outcome: 'added' as const, recordId, passageCount: done, note: lines.join('\n') };
}

/** What stays in a file, each thing by name and with its reason. */
function leftOutOf({ file, extraction }: Arrival): JobItem[] {
	return (extraction?.leftOut ?? []).map(({ name, reason }) => ({
		name: `${file.name}/${name}`,
		outcome: 'left-out',
		error: toErrorData(new AppError('unsupported-format', { file: name, reason })),
	}));
}

function describe({ blocks, parameters, marks = [] }: Extraction): Pick<JobItem, 'passageCount' | 'encoding' | 'note'> {
	const { encoding } = parameters;
	const found = marks.length > 0 ? [message('adding.marks', { count: marks.length })] : [];
	const note = [...found, ...unreadWords(parameters)].join('; ');
	return {
		passageCount: blocks.filter((block) => block.text.length > 0).length,
		...(typeof encoding === 'string' && { encoding }),
		...(note && { note }),
	};
}
