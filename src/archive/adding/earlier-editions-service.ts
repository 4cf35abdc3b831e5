import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlacementsService, UnplacedMark } from '#archive/annotations/placements-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { ChangedRow, Step } from '#archive/db/step.ts';
import { CounterpartRanges } from '#archive/editions/counterpart-ranges.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { HistoryService } from '#archive/history/history-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { LinkPlacementsService } from '#archive/links/link-placements-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, EditionId, LinkId } from '#shared/domain/ids.ts';
import type { Anchored } from '#shared/text/anchor/reanchor.ts';
import { oldText, textsOf } from './edition-succession.ts';
import { placeAcrossLanguages } from './translated-place.ts';

interface Services {
	records: RecordsService;
	editions: EditionsService;
	placements: PlacementsService;
	linkPlacements: LinkPlacementsService;
	history: HistoryService;
}

type UnplacedEnd = ReturnType<LinkPlacementsService['unplacedIn']>[number];
type Unplaced = UnplacedMark | UnplacedEnd;

/** What could not be compared is tried again after these: the machine may have been short of something for a while. */
const retryMillis = [10_000, 60_000, 600_000];

/** So many places are written at once: nobody waits long for the archive, and the disk is not waited for with each. */
const placesAtOnce = 200;

/**
 * Finds what is marked or linked on one edition in the others that its record has already: a mark made in the reader while
 * an older edition is open stands in the one that the record shows as well, and so does one that a merge brought. It is
 * compared in the import process, behind the command that made it, and belongs to the same step: undo takes back both.
 *
 * Where a mark is found hangs on the texts alone, and after a merge it is looked for in every edition: so all who have the
 * same marks and editions find the same, whichever way these came. What is found has no time of its own and gives way to
 * what anyone says.
 */
export class EarlierEditionsService {
	readonly #database: ArchiveDatabase;
	readonly #importer: ImportClient;
	readonly #services: Services;
	readonly #onProblem: (error: unknown) => void;
	readonly #closing = new AbortController();
	readonly #annotationIds = new Set<AnnotationId>();
	readonly #linkIds = new Set<LinkId>();
	#work: Promise<void> | null = null;
	/** How often in a row something could not be compared. */
	#failures = 0;
	readonly #waiting: Unplaced[] = [];
	#retry: NodeJS.Timeout | undefined;

	/**
	 * @param onProblem told what no caller waits for. It is tried again three times, then at the next opening; until it is
	 * found, the card says that it was not and lets a person choose the words.
	 */
	constructor(
		database: ArchiveDatabase,
		importer: ImportClient,
		services: Services,
		onProblem: (error: unknown) => void,
	) {
		this.#database = database;
		this.#importer = importer;
		this.#services = services;
		this.#onProblem = onProblem;
		if (!database.isReadOnly) database.onCommitted((rows) => this.#note(rows));
	}

	/** Takes up what an earlier session left without a place. */
	catchUp(): void {
		if (this.#database.isReadOnly) return;
		this.#noteAll();
		this.#start();
	}

	/** Resolves when all that was marked until now has been looked for. */
	async whenDone(): Promise<void> {
		while (this.#work) await this.#work;
	}

	/** Leaves off at once. */
	async close(): Promise<void> {
		this.#closing.abort();
		clearTimeout(this.#retry);
		await this.whenDone();
	}

	#noteAll(): void {
		const { placements, linkPlacements } = this.#services;
		for (const id of placements.withoutPlace()) this.#annotationIds.add(id);
		for (const id of linkPlacements.withoutPlace()) this.#linkIds.add(id);
	}

	#note(rows: readonly ChangedRow[]): void {
		// A merge may bring editions in which what was here is to be found too.
		if (rows.some(({ columns }) => columns.length === 0)) this.#noteAll();
		for (const { table, id, columns, isNew, row } of rows) {
			const isBack = columns.includes('deleted_clock') && row.deleted_clock === null;
			if (!isNew && !isBack) continue;
			if (table === 'annotations') this.#annotationIds.add(id as AnnotationId);
			if (table === 'links' && (row.from_range !== null || row.to_range !== null)) this.#linkIds.add(id as LinkId);
		}
		this.#start();
	}

	#start(): void {
		if (this.#annotationIds.size + this.#linkIds.size > 0) this.#work ??= this.#placeAll();
	}

	/** Subtle: begins only when the command that is being done has answered. */
	async #placeAll(): Promise<void> {
		try {
			await nextTurn();
			while (this.#annotationIds.size + this.#linkIds.size > 0 && !this.#closing.signal.aborted) {
				const [annotationIds, linkIds] = [[...this.#annotationIds], [...this.#linkIds]];
				this.#annotationIds.clear();
				this.#linkIds.clear();
				const failed = await this.#place(annotationIds, linkIds);
				if (failed.length > 0) this.#tryLater(failed);
				else this.#failures = 0;
			}
		} catch (error) {
			// Of a medium that is gone nothing can be read: the next opening takes it up.
			this.#onProblem(error);
		} finally {
			this.#work = null;
		}
	}

	/** Gives what could not be compared: one text that cannot be holds up no other. */
	async #place(annotationIds: readonly AnnotationId[], linkIds: readonly LinkId[]): Promise<Unplaced[]> {
		const { placements, linkPlacements } = this.#services;
		const all = [...placements.unplacedIn(annotationIds), ...linkPlacements.unplacedIn(linkIds)];
		const failed: Unplaced[] = [];
		for (const toId of new Set(all.map((one) => one.toId))) {
			const here = all.filter((one) => one.toId === toId);
			try {
				await this.#placeIn(toId, here);
			} catch (error) {
				if (isCancelled(error)) return [];
				this.#onProblem(error);
				failed.push(...here);
			}
		}
		return failed;
	}

	async #placeIn(toId: EditionId, all: readonly Unplaced[]): Promise<void> {
		const places = await this.#find(toId, all);
		const found = all.flatMap((one, at) => (places[at] ? [{ one, place: places[at] }] : []));
		for (let at = 0; at < found.length && !this.#closing.signal.aborted; at += placesAtOnce) {
			this.#keep(toId, found.slice(at, at + placesAtOnce));
			await nextTurn();
		}
	}

	/** What is marked meanwhile does not wait; what fails once more is added to what is tried next. */
	#tryLater(failed: readonly Unplaced[]): void {
		this.#waiting.push(...failed);
		const delay = retryMillis[this.#failures];
		this.#failures += 1;
		if (delay === undefined || this.#closing.signal.aborted) return;
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => {
			for (const one of this.#waiting.splice(0)) {
				if ('annotationId' in one) this.#annotationIds.add(one.annotationId);
				else this.#linkIds.add(one.linkId);
			}
			this.#start();
		}, delay).unref();
	}

	async #find(toId: EditionId, all: readonly Unplaced[]): Promise<readonly Anchored[]> {
		const { editions } = this.#services;
		const kinds = new Map([toId, ...all.map(({ made }) => made.editionId)].map((id) => [id, editions.find(id)?.kind]));
		const isTranslation = (id: EditionId) => kinds.get(id) === 'translation';
		const counterparts = new CounterpartRanges(editions, toId);
		// Which passage is which is known there, and there is nothing to compare.
		const across = all.map(({ made }) =>
			isTranslation(toId) || isTranslation(made.editionId) ? placeAcrossLanguages(counterparts, made) : null,
		);
		const compared = all.filter((_, at) => across[at] === null);
		const found = compared.length === 0 ? [] : await this.#compare(toId, compared);
		return across.map((known) => known ?? (found.shift() as Anchored));
	}

	async #compare(toId: EditionId, all: readonly Unplaced[]): Promise<Anchored[]> {
		const { editions, records } = this.#services;
		const sources = [...new Set(all.map(({ made }) => made.editionId))];
		const marks: TextRange[] = all.map(({ made }) => made);
		const [first] = all;
		const title = first ? records.get({ id: first.recordId }).title : '';
		const to = editions.get({ id: toId });
		const old = sources.map((editionId) => oldText(editions, editionId, to));
		const task = { new: textsOf(editions.blocks({ id: toId })), old, marks };
		return [...(await this.#importer.anchor(title, task, this.#closing.signal)).places];
	}

	/** But for what was undone, or placed otherwise, while the texts were compared. */
	#keep(toId: EditionId, found: readonly Found[]): void {
		const { history, placements, linkPlacements } = this.#services;
		const marks = placements.unplacedIn(found.flatMap(({ one }) => ('annotationId' in one ? [one.annotationId] : [])));
		const ends = linkPlacements.unplacedIn(found.flatMap(({ one }) => ('linkId' in one ? [one.linkId] : [])));
		const unplaced = new Set([...marks, ...ends].filter((one) => one.toId === toId).map(keyOf));
		const still = found.filter(({ one }) => unplaced.has(keyOf(one)));
		const made = still.map((each) => ({ ...each, step: history.stepThatMade(idOf(each.one)) }));
		for (const { step, all } of byStep(made))
			this.#database.step(
				step?.label ?? 'annotationPlaced',
				(within) => {
					for (const each of all) this.#put(within, each);
				},
				// What came from elsewhere stays when it is found here; it goes when that is taken back.
				{ clock: 'zero', ...(step ? { id: step.id } : { kind: 'setup' }) },
			);
	}

	#put(step: Step, { one, place: { state, range, method, score, margin } }: Found): void {
		const { placements, linkPlacements } = this.#services;
		const { recordId, toId: editionId } = one;
		const found = { recordId, editionId, state, range, method, score, margin };
		if ('annotationId' in one) placements.bringInWithin(step, [{ ...found, annotationId: one.annotationId }]);
		else linkPlacements.bringInWithin(step, [{ ...found, linkId: one.linkId, side: one.side }]);
	}
}

interface Found {
	one: Unplaced;
	place: Anchored;
}

type MakingStep = ReturnType<HistoryService['stepThatMade']>;

/** What one step made, and what none of ours did, each together. */
function byStep(found: readonly (Found & { step: MakingStep })[]): { step: MakingStep; all: Found[] }[] {
	const groups = new Map<string | undefined, { step: MakingStep; all: Found[] }>();
	for (const each of found) {
		const group = groups.get(each.step?.id);
		if (group) group.all.push(each);
		else groups.set(each.step?.id, { step: each.step, all: [each] });
	}
	return [...groups.values()];
}

function idOf(one: Unplaced): AnnotationId | LinkId {
	return 'annotationId' in one ? one.annotationId : one.linkId;
}

function keyOf(one: Unplaced): string {
	return 'annotationId' in one ? one.annotationId : `${one.linkId} ${one.side}`;
}

function isCancelled(error: unknown): boolean {
	return error instanceof AppError && error.code === 'cancelled';
}
