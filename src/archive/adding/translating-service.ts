import { createHash } from 'node:crypto';
import type { AlignmentsService } from '#archive/alignments/alignments-service.ts';
import type { PlacementsService } from '#archive/annotations/placements-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { CounterpartRanges } from '#archive/editions/counterpart-ranges.ts';
import type { DraftsService } from '#archive/editions/drafts-service.ts';
import type { EditionsService, NewEdition } from '#archive/editions/editions-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { LinkPlacementsService } from '#archive/links/link-placements-service.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import {
	cellOf,
	type TranslationMatter,
	type TranslationsService,
} from '#archive/translations/translations-service.ts';
import type { WithdrawalsService } from '#archive/withdrawals/withdrawals-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { TranslationCalls } from '#shared/api/translations-api.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Block } from '#shared/domain/block.ts';
import { type Edition, recordingParameter } from '#shared/domain/edition.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { translationInto } from '#shared/domain/text-draft.ts';
import { sheetParameter, type TranslationOutcome } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { standBesideOwn } from '#shared/translation/beside-own.ts';
import { rowsOfText, withoutQuoted, wordsBeforeRows, writeRows } from '#shared/translation/numbered-text.ts';
import { readRows, type SheetReading, type TranslatedText } from '#shared/translation/read-sheet.ts';
import { codeBegins, findSheetCode } from '#shared/translation/sheet-code.ts';
import type { SheetRow } from '#shared/translation/sheet-rows.ts';
import { rowsOfBlocks } from '#shared/translation/sheet-table.ts';
import { translatedBlocks } from '#shared/translation/translated-blocks.ts';
import type { WrittenRow } from '#shared/translation/written-row.ts';
import { type Arrival, receiveText } from './arrival.ts';
import { FileReader } from './file-reader.ts';
import { keepFileOf } from './keep-original.ts';
import { placeAcrossLanguages } from './translated-place.ts';

/** So many units of what has no number are shown again. */
const longestWords = 60;
/** Goes up whenever the same rows would give other blocks. */
const version = '1';

interface Services {
	records: RecordsService;
	editions: EditionsService;
	translations: TranslationsService;
	alignments: AlignmentsService;
	originals: OriginalsService;
	custody: CustodyService;
	drafts: DraftsService;
	placements: PlacementsService;
	linkPlacements: LinkPlacementsService;
	withdrawals: WithdrawalsService;
}

/** A file that came home. */
export interface SheetFile {
	path: string;
	name: string;
	recordId?: RecordId;
	language?: string;
	translator: string;
}

/** Which text a translation is of, and into which language. */
interface Meant {
	recordId: RecordId;
	language: string;
	baseEditionId: EditionId;
}

interface Written extends Meant {
	rows: readonly WrittenRow[];
	translator: string;
	/** The file that it came in. */
	arrival: Arrival | null;
}

/** Makes translations of what translators wrote: editions whose passages are known to be those of the text before them. */
export class TranslatingService {
	readonly #database: ArchiveDatabase;
	readonly #importer: ImportClient;
	readonly #services: Services;
	readonly #author: () => string;

	/** @param author whoever is at work here: the translator of what is typed, where nobody is named. */
	constructor(database: ArchiveDatabase, importer: ImportClient, services: Services, author: () => string) {
		this.#database = database;
		this.#importer = importer;
		this.#services = services;
		this.#author = author;
	}

	/** Of a file, which is kept as it came; what was translated before and is blank in it stays. */
	async bringIn({ path, name, recordId, language, translator }: SheetFile): Promise<TranslationOutcome> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { withdrawals } = this.#services;
		const { signal } = new AbortController();
		const tools = { files: new FileReader(signal), withdrawals, importer: this.#importer, signal };
		const arrival = await receiveText({ path, name }, tools);
		const { blocks } = arrival.extraction;
		const meant = this.#meant(blocks, { recordId, language });
		return this.#make({ ...meant, rows: this.#rowsOf(blocks, meant), translator, arrival });
	}

	/**
	 * Of a file that was added to the library and says that it is the translation of a text that is here: within the same
	 * step. Null for any other, and for one in which nothing is translated.
	 */
	bringInWithin(step: Step, arrival: Arrival): TranslationOutcome | null {
		const blocks = arrival.extraction?.blocks ?? [];
		if (!blocks.some(({ text }) => text.includes(codeBegins))) return null;
		const code = findSheetCode(wordsOf(blocks));
		const found = code && code !== 'damaged' && this.#services.translations.ofCode(code);
		if (!found) return null;
		const meant = { recordId: found.recordId, language: code.language, baseEditionId: found.id };
		const { rows: passages } = this.#services.translations.matterOf(meant.recordId, meant.language, found.id);
		const rows = this.#rowsOf(blocks, meant);
		if (readRows(rows, passages).texts.size === 0) return null;
		return this.#makeWithin(step, { ...meant, rows, translator: '', arrival });
	}

	#rowsOf(blocks: readonly Block[], { recordId, language, baseEditionId }: Meant): WrittenRow[] {
		const { rows } = this.#services.translations.matterOf(recordId, language, baseEditionId);
		const inTable = rowsOfBlocks(blocks, rows, language);
		return inTable.length > 0 ? inTable : rowsOfText(withoutQuoted(wordsOf(blocks), rows));
	}

	/** Of what somebody typed: what is blank in it has no translation. */
	write({ recordId, baseEditionId, language, text, translator }: ArgumentOf<TranslationCalls['write']>) {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const rows = rowsOfText(text);
		const matter = this.#services.translations.matterOf(recordId, language, baseEditionId);
		const { stray } = withEnds(readRows(rows, matter.rows), matter, false);
		const unnumbered = wordsBeforeRows(text);
		// What has no passage would be gone with the draft.
		if (stray.length > 0 || unnumbered !== '') {
			const labels = stray.map(({ label }) => `[${label}]`).join(', ') || unnumbered.slice(0, longestWords);
			throw new AppError('invalid-input', { reason: message('translations.reason.stray', { labels }) });
		}
		return this.#make({ recordId, baseEditionId, language, rows, translator, arrival: null });
	}

	/** What one begins to type with. */
	begun({ recordId, language }: ArgumentOf<TranslationCalls['begun']>) {
		const matter = this.#services.translations.matterOf(recordId, language);
		const { base, rows } = matter;
		const translation = this.#services.translations.shownIn(recordId, language) ?? null;
		return { base, translation, text: writeRows(rows, (ordinal) => cellOf(matter, ordinal)?.text) };
	}

	/** What a file says it is of goes before what a person says, and must not be another. */
	#meant(blocks: readonly Block[], said: { recordId?: RecordId | undefined; language?: string | undefined }): Meant {
		const code = findSheetCode(wordsOf(blocks));
		if (code === null || code === 'damaged') {
			const reason = message(code ? 'translations.reason.damaged-code' : 'translations.reason.no-code');
			if (!said.recordId || !said.language) throw new AppError('invalid-input', { reason });
			const { recordId, language } = said;
			return { recordId, language, baseEditionId: this.#baseBesideWords(blocks, recordId, language) };
		}
		const found = this.#services.translations.ofCode(code);
		if (!found) throw new AppError('invalid-input', { reason: message('translations.reason.unknown-text') });
		if (said.recordId && said.recordId !== found.recordId)
			throw new AppError('invalid-input', {
				reason: message('translations.reason.other-record', {
					title: this.#services.records.get({ id: found.recordId }).title,
				}),
			});
		return { recordId: found.recordId, language: code.language, baseEditionId: found.id };
	}

	/**
	 * Of which text a file is that does not say so: of the redacted one only where all that is translated in it stands beside
	 * the words of that. It may have gone out in full before they were blacked out, and a translation of the redacted text
	 * goes to strangers.
	 */
	#baseBesideWords(blocks: readonly Block[], recordId: RecordId, language: string): EditionId {
		const { translations, records } = this.#services;
		const { editionId, redactionId } = records.get({ id: recordId });
		if (redactionId) {
			const { rows: passages } = translations.matterOf(recordId, language, redactionId);
			const rows = this.#rowsOf(blocks, { recordId, language, baseEditionId: redactionId });
			if (standBesideOwn(rows, passages, wordsOf(blocks))) return redactionId;
		}
		if (!editionId) throw new AppError('not-found', { what: recordId });
		return editionId;
	}

	#make(written: Written): TranslationOutcome {
		return this.#database.step('translationBroughtIn', (step) => this.#makeWithin(step, written));
	}

	#makeWithin(step: Step, written: Written): TranslationOutcome {
		const { recordId, language, baseEditionId, rows, translator, arrival } = written;
		const { translations, records } = this.#services;
		const matter = translations.matterOf(recordId, language, baseEditionId);
		const reading = withEnds(readRows(rows, matter.rows), matter, arrival !== null);
		const { kept, blocks, numbers, lineage, joined } = this.#textOf(matter, reading, arrival !== null);
		if (reading.texts.size === 0) {
			throw new AppError('invalid-input', { reason: message('translations.reason.nothing') });
		}
		const { base } = matter;
		const shown = translations.shownIn(recordId, language);
		// More of what was there is as it was than is not: one number or name in common says nothing.
		const same = [...reading.texts].map(([ordinal, { text }]) => matter.done.get(ordinal)?.text === text);
		const asBefore = kept + same.filter(Boolean).length;
		const isOther = ([ordinal, { text }]: [number, TranslatedText]) =>
			matter.done.has(ordinal) && matter.done.get(ordinal)?.text !== text;
		const goesOn = asBefore > 0 && asBefore >= [...reading.texts].filter(isOther).length;
		const recording = base.parameters[recordingParameter];
		const made: NewEdition = {
			...{
				kind: 'translation',
				originalSha256: base.originalSha256,
				baseEditionId: base.id,
				language,
				blocks,
				numbers,
			},
			maker: translator || this.#unnamed(goesOn ? shown : undefined, arrival),
			makerVersion: version,
			parameters: {
				// The id of an edition is made of how it was made: two translations of one text are two.
				translated: digestOf([base.id, language, blocks, [...lineage], joined]),
				...(recording !== undefined && { [recordingParameter]: recording }),
				...(arrival && { [sheetParameter]: arrival.original.sha256 }),
			},
		};
		const covered = new Set([...lineage.values(), ...joined.map(([ordinal]) => ordinal)]);
		const blank = matter.rows.filter(({ ordinal }) => !covered.has(ordinal)).map(({ label }) => label);
		// What lies in the bin comes back, since it was asked for again: nobody would find the translation there.
		if (arrival && records.get({ id: recordId }).isInBin) records.restoreWithin(step, [recordId]);
		if (arrival) keepFileOf(step, this.#services, recordId, arrival);
		else this.#services.drafts.dropWithin(step.writer, { recordId, about: translationInto(language) });
		const edition = this.#keepText(step, made, { recordId, lineage, joined, isWhole: blank.length === 0 });
		const record = records.get({ id: recordId });
		return {
			...{ recordId, title: record.title, language, edition, blank, keptCount: kept },
			translatedCount: covered.size,
			passageCount: matter.rows.length,
			...{ stray: reading.stray, repeated: reading.repeated, joined: labelsOfJoined(matter.rows, lineage, joined) },
			isOfEarlier: base.id !== record.editionId && base.id !== record.redactionId,
			isSame: edition.id === shown?.id,
			hasReplaced: shown !== undefined && edition.id !== shown.id,
		};
	}

	/** Whose a translation is where nobody is named: of whoever made what it goes on from. */
	#unnamed(before: Edition | undefined, arrival: Arrival | null): string {
		if (before) return before.maker;
		// Whoever brings a file in has not translated it, and the program never does.
		return arrival ? '' : this.#author();
	}

	/** With what was translated before where a file says nothing; then what is said to be in another's translation is. */
	#textOf({ blocks, rows, done }: TranslationMatter, { texts, pointing }: SheetReading, keepsBefore: boolean) {
		const inOthers = new Set([...pointing.keys(), ...[...texts.values()].flatMap(({ joined }) => joined)]);
		const all = new Map<number, TranslatedText>([...texts].map(([ordinal, text]) => [ordinal, { ...text }]));
		let kept = 0;
		for (const { ordinal } of keepsBefore ? rows : []) {
			const before = done.get(ordinal);
			if (!before || all.has(ordinal) || inOthers.has(ordinal)) continue;
			all.set(ordinal, {
				...before,
				joined: before.joined.filter((other) => !texts.has(other) && !pointing.has(other)),
			});
			kept += 1;
		}
		for (const [ordinal, first] of pointing) {
			const translated = all.get(first);
			if (translated && !all.has(ordinal)) translated.joined = [...new Set([...translated.joined, ordinal])];
		}
		return { kept, ...translatedBlocks(blocks, all) };
	}

	#keepText(
		step: Step,
		made: NewEdition,
		known: {
			recordId: RecordId;
			lineage: ReadonlyMap<number, number>;
			joined: readonly [original: number, translation: number][];
			isWhole: boolean;
		},
	) {
		const { editions, alignments, translations } = this.#services;
		const from = made.baseEditionId as EditionId;
		const edition = editions.addWithin(step, known.recordId, made, { from, lineage: known.lineage });
		// With the first of each, whose lineage it has: where a pair is said, nothing else is known.
		const firsts = [...new Set(known.joined.map(([, translation]) => translation))].map(
			(translation): [number, number] => [known.lineage.get(translation) ?? 0, translation],
		);
		const pairs = [...firsts, ...known.joined].map(([original, translation]) => ({
			one: { editionId: from, ordinal: original },
			other: { editionId: edition.id, ordinal: translation },
		}));
		alignments.joinWithin(step, pairs);
		translations.bringHomeWithin(step, edition, known.isWhole);
		this.#carryWithin(step, edition, from);
		return edition;
	}

	/** What is marked or linked stands on the passages that say the same. */
	#carryWithin(step: Step, { id: to, recordId }: Edition, from: EditionId): void {
		const { editions, placements, linkPlacements } = this.#services;
		const marks = placements.marksToCarry(recordId, { from, to });
		const ends = linkPlacements.endsToCarry(recordId, { from, to });
		const counterparts = new CounterpartRanges(editions, to);
		const placesOf = (all: readonly { source: TextRange }[]) =>
			all.map(({ source }) => placeAcrossLanguages(counterparts, source));
		placements.carryWithin(step, recordId, to, { marks, places: placesOf(marks) });
		linkPlacements.carryWithin(step, recordId, to, { ends, places: placesOf(ends) });
	}
}

/**
 * With each passage that is said to be in another's translation ("→ 2") pointing at one that has a translation, also over
 * others; one that leads nowhere is stray, and says nothing.
 */
function withEnds(reading: SheetReading, { rows, done }: TranslationMatter, keepsBefore: boolean): SheetReading {
	const labels = new Map(rows.map(({ ordinal, label }) => [ordinal, label]));
	const hasText = (ordinal: number) => reading.texts.has(ordinal) || (keepsBefore && done.has(ordinal));
	const pointing = new Map<number, number>();
	const stray = [...reading.stray];
	for (const [ordinal, first] of reading.pointing) {
		let end = first;
		const passed = new Set([ordinal]);
		while (reading.pointing.has(end) && !passed.has(end)) {
			passed.add(end);
			end = reading.pointing.get(end) ?? end;
		}
		if (!passed.has(end) && hasText(end)) pointing.set(ordinal, end);
		else stray.push({ label: labels.get(ordinal) ?? '', text: `→ ${labels.get(first) ?? ''}` });
	}
	return { ...reading, pointing, stray };
}

/** Of each passage of the translation that says several, their labels. */
function labelsOfJoined(
	rows: readonly SheetRow[],
	lineage: ReadonlyMap<number, number>,
	joined: readonly [original: number, translation: number][],
): string[][] {
	const labels = new Map(rows.map(({ ordinal, label }) => [ordinal, label]));
	const groups = new Map<number, number[]>();
	for (const [original, translation] of joined) {
		const group = groups.get(translation) ?? [lineage.get(translation) ?? original];
		groups.set(translation, [...group, original]);
	}
	return [...groups.values()].map((group) => group.flatMap((ordinal) => labels.get(ordinal) ?? []));
}

function wordsOf(blocks: readonly Block[]): string {
	return blocks.map(({ text }) => text).join('\n');
}

function digestOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
