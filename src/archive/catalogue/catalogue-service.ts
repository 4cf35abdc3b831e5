import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { CatalogueCalls } from '#shared/api/catalogue-api.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { CataloguePlan } from '#shared/domain/catalogue.ts';
import { type JobId, newId, type RecordId, type StepId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { type CatalogueServices, type PlannedChange, RowPlanner } from './row-planner.ts';

const rowsPerCommit = 200;

/** Brings in what a catalogue says: of records that are here, and of what is not held yet. */
export class CatalogueService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #services: CatalogueServices;

	constructor(database: ArchiveDatabase, jobs: JobsService, services: CatalogueServices) {
		this.#database = database;
		this.#jobs = jobs;
		this.#services = services;
	}

	preview({ entries, replaces }: ArgumentOf<CatalogueCalls['preview']>): CataloguePlan[] {
		const planner = new RowPlanner(this.#services, replaces);
		return entries.map((entry) => planner.plan(entry).plan);
	}

	/** Returns at once; throws read-only. */
	importRows({ id, fileName, entries, replaces }: ArgumentOf<CatalogueCalls['importRows']>): JobId {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		this.#jobs.start(id, 'catalogue', {}, async (run) => {
			run.setTotal(entries.length);
			run.setCurrent(fileName);
			const planner = new RowPlanner(this.#services, replaces);
			let stepId = id as string as StepId;
			for (let from = 0; from < entries.length; from += rowsPerCommit) {
				await nextTurn();
				if (run.signal.aborted) {
					run.report(
						this.#database,
						entries.slice(from).map(({ row, fields }) => leftItem(row, fields.title)),
					);
					return;
				}
				const planned = entries.slice(from, from + rowsPerCommit).map((entry) => planner.plan(entry));
				stepId = this.#write(run, planned, stepId);
			}
		});
		return id;
	}

	/** A group of rows with their entries in the report; gives the step that they are of. */
	#write(run: JobRun, planned: readonly PlannedChange[], id: StepId): StepId {
		const written = this.#database.step(
			'catalogueImported',
			(step) => {
				const items = planned.map((change) => this.#writeRow(step, change));
				run.keepWithin(step.writer, items);
				return { items, stepId: step.id };
			},
			{ id },
		);
		run.count(written.items);
		return written.stepId;
	}

	#writeRow(step: Step, { plan, entry, fields, description }: PlannedChange): JobItem {
		const { records, descriptions } = this.#services;
		const { row, name, outcome, reason } = plan;
		const item = { name: itemName(row, name), outcome };
		if (outcome === 'failed')
			return { ...item, error: toErrorData(new AppError('invalid-input', { reason: reason ?? '' })) };
		const recordId = plan.recordId ?? newId<RecordId>();
		if (outcome === 'added')
			records.addWithin(step, recordId, { ...entry.fields }, { holding: 'described-only', editionId: null });
		else if (Object.keys(fields).length > 0) records.updateWithin(step, recordId, fields);
		if (Object.keys(description).length > 0) descriptions.writeWithin(step, recordId, description);
		return { ...item, recordId, ...(reason !== undefined && { note: reason }) };
	}
}

function leftItem(row: number, title: string | undefined): JobItem {
	return { name: itemName(row, title ?? message('catalogue.untitled')), outcome: 'cancelled' };
}

function itemName(row: number, name: string): string {
	return message('catalogue.row', { row, name });
}
