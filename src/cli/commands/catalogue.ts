import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import { catalogueEntries } from '#shared/catalogue/catalogue-entry.ts';
import { type CatalogueTable, readCatalogue } from '#shared/catalogue/catalogue-table.ts';
import { type ColumnUse, columnUses } from '#shared/catalogue/column-use.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { runJob } from '../job.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

export interface CatalogueOptions {
	/** `heading=use` */
	column: readonly string[];
	replace?: boolean;
	dryRun?: boolean;
}

/** Brings in what a catalogue says, or with `--dry-run` prints what each row would do. */
export async function importCatalogue(
	session: Session,
	{ file, column, replace = false, dryRun = false }: CatalogueOptions & { file: string },
	output: Output,
): Promise<number> {
	const path = resolve(file);
	const fileName = basename(file);
	const bytes = await readFile(path).catch((error: unknown) => Promise.reject(fileError(path, error)));
	const table = readCatalogue(await session.calls.lists.read({ fileName, base64: bytes.toString('base64') }));
	const entries = catalogueEntries(table, chosenUses(table, column));
	if (dryRun) {
		const plans = await session.calls.catalogue.preview({ entries, replaces: replace });
		for (const { row, name, outcome, reason } of plans)
			print(output, {
				name: message('catalogue.row', { row, name }),
				outcome,
				...(reason !== undefined && { note: reason }),
			});
		return plans.some(({ outcome }) => outcome === 'failed' || outcome === 'differs') ? 1 : 0;
	}
	const id = newId<JobId>();
	const job = await runJob(session, id, {
		start: () => session.calls.catalogue.importRows({ id, fileName, entries, replaces: replace }),
		onItem: (item) => print(output, item),
	});
	if (job.error) {
		output.error(job.error);
		return 2;
	}
	const { failed = 0, differs = 0, cancelled = 0 } = job.counts;
	return failed + differs + cancelled > 0 ? 1 : 0;
}

function print(output: Output, item: JobItem): void {
	output.json(item);
	output.line(`${message(`cli.outcome.${item.outcome}`)}  ${withoutControls(item.name)}`);
	if (item.error) output.note(errorMessage(item.error));
	if (item.note) output.note(item.note);
}

function chosenUses({ headings, uses }: CatalogueTable, chosen: readonly string[]): ColumnUse[] {
	const byHeading = new Map(chosen.map((each) => choice(each, headings)));
	return uses.map((use, at) => byHeading.get(headings[at] ?? '') ?? use);
}

/** Throws invalid-input for a column that is not there, or what no column can be. */
function choice(given: string, headings: readonly string[]): [string, ColumnUse] {
	const at = given.lastIndexOf('=');
	const [heading, name] = [given.slice(0, at), given.slice(at + 1)];
	const use = columnUses.find((known) => known === name);
	if (at > 0 && use && headings.includes(heading)) return [heading, use];
	const known = `${headings.join(', ')}; ${columnUses.join(', ')}`;
	throw new AppError('invalid-input', { reason: message('cli.catalogue.unknown', { given, known }) });
}
