import type { AnnotationsService, Bringing } from '#archive/annotations/annotations-service.ts';
import type { PlacementsService } from '#archive/annotations/placements-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { isOfMedium } from '#archive/db/sqlite-error.ts';
import type { Step } from '#archive/db/step.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { LinkPlacementsService } from '#archive/links/link-placements-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { RecordId, StepId } from '#shared/domain/ids.ts';
import type { ItemOutcome, JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import type { PlannedAnnotation, PlannedLink } from './planned-annotation.ts';

export interface ImportingServices {
	annotations: AnnotationsService;
	editions: EditionsService;
	records: RecordsService;
	links: LinksService;
	placements: PlacementsService;
	linkPlacements: LinkPlacementsService;
}

/** One commit holds this many annotations: long enough to be quick, short enough to give way. */
const annotationsPerCommit = 200;

const outcomes: Readonly<Record<Bringing, ItemOutcome>> = { added: 'added', same: 'already-held', differs: 'differs' };

interface Waiting {
	name: string;
	plan: PlannedAnnotation;
}

/** Writes what was planned, in groups that are all one step; an entry of the report is kept with its annotation. */
export class ImportWriter {
	readonly #database: ArchiveDatabase;
	readonly #run: JobRun;
	readonly #services: ImportingServices;
	readonly #file: string;
	readonly #described = new Set<RecordId>();
	readonly #links: PlannedAnnotation['links'] = [];
	#stepId: StepId;
	#waiting: Waiting[] = [];
	#unreached: JobItem[] = [];

	constructor(database: ArchiveDatabase, run: JobRun, services: ImportingServices, file: string) {
		this.#database = database;
		this.#run = run;
		this.#services = services;
		this.#file = file;
		this.#stepId = run.id as string as StepId;
	}

	get isFull(): boolean {
		return this.#waiting.length >= annotationsPerCommit;
	}

	add(name: string, plan: PlannedAnnotation): void {
		this.#waiting.push({ name, plan });
	}

	reject(name: string, error: unknown): void {
		this.keep([{ name, outcome: 'failed', error: toErrorData(error) }]);
	}

	/** One that was not reached before it was cancelled. */
	leave(name: string): void {
		this.#unreached.push({ name, outcome: 'cancelled' });
	}

	/** When the group cannot be written, its annotations are written one by one, so that a bad one costs itself only. */
	flush(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		if (waiting.length === 0) return;
		try {
			this.#commit(waiting);
		} catch (error) {
			if (isOfMedium(error)) throw error;
			for (const one of waiting) this.#commitAlone(one);
		}
	}

	/** Writes what is left, then the links: both of their ends are there now. */
	finish(): void {
		this.flush();
		if (this.#links.length > 0)
			this.#step((step) => {
				for (const planned of this.#links) this.#writeLink(step, planned);
			});
		this.keep(this.#unreached);
	}

	keep(items: JobItem[]): void {
		if (items.length === 0) return;
		this.#database.write((writer) => this.#run.keepWithin(writer, items));
		this.#run.count(items);
	}

	#commit(waiting: readonly Waiting[]): void {
		const items = this.#step((step) => {
			const written = waiting.map(({ name, plan }) => this.#write(step, name, plan));
			this.#run.keepWithin(step.writer, written);
			return written;
		});
		for (const [index, { plan }] of waiting.entries()) {
			if (plan.described) this.#described.add(plan.described.id);
			if (items[index]?.outcome !== 'differs') this.#links.push(...plan.links);
		}
		this.#run.count(items);
	}

	#commitAlone(one: Waiting): void {
		try {
			this.#commit([one]);
		} catch (error) {
			if (isOfMedium(error)) throw error;
			this.reject(one.name, error);
		}
	}

	#step<T>(work: (step: Step) => T): T {
		return this.#database.step(
			'annotationsImported',
			(step) => {
				this.#stepId = step.id;
				return work(step);
			},
			{ id: this.#stepId },
		);
	}

	#writeLink(step: Step, { link, createdAt, places }: PlannedLink): void {
		const { links, linkPlacements } = this.#services;
		if (!links.bringInWithin(step, link, createdAt)) return;
		linkPlacements.bringInWithin(
			step,
			places.map(({ side, recordId, place }) => ({ ...place, linkId: link.id, side, recordId })),
		);
	}

	#write(step: Step, name: string, { made, described, places, read, ...plan }: PlannedAnnotation): JobItem {
		if (described && !this.#described.has(described.id)) {
			const knownFrom = message('transfer.knownFrom', { file: this.#file });
			const { id, ...fields } = described;
			const state = { holding: 'described-only', editionId: null } as const;
			this.#services.records.addWithin(step, id, { ...fields, knownFrom }, state);
		}
		const { annotations, placements } = this.#services;
		const { id: annotationId, recordId } = made;
		const bringing = annotations.bringInWithin(step, made);
		if (bringing === 'added')
			placements.bringInWithin(
				step,
				places.map((place) => ({ ...place, annotationId, recordId })),
			);
		// What it was placed on need not be what its record shows.
		const placement = annotations.find(annotationId)?.placement ?? plan.placement;
		return {
			name,
			outcome: outcomes[bringing],
			recordId,
			annotationId,
			...(placement !== 'placed' && { placement }),
			...(read.losses.list.length > 0 && { losses: read.losses.list }),
		};
	}
}
