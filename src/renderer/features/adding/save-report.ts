import { archive } from '#renderer/lib/archive.ts';
import { saveCsv } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { JobItem, JobKind, JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { formatCsv } from '#shared/search/list/csv.ts';
import { factsOf, firstColumn, reasonOf } from './job-words.ts';

const pageLength = 1000;

/** Saves the whole report of a job as CSV, a row for each entry: where the person says, or as a download. */
export async function saveReport({ id, kind, startedAt }: JobProgress): Promise<void> {
	const day = startedAt.slice(0, 10);
	const name = `${message(kind === 'verify' ? 'job.report-name' : 'job.report-name.other', { day })}.csv`;
	const rows = async () => [headings(kind), ...(await allItems(id)).map((item) => cells(kind, item))];
	const isSaved = await saveCsv(name, async () => formatCsv(await rows()));
	if (isSaved) showToast(message('job.report-saved', { file: name }));
}

async function allItems(id: JobProgress['id']): Promise<JobItem[]> {
	const items: JobItem[] = [];
	for (;;) {
		const page = await archive.calls.jobs.items({ id, offset: items.length, limit: pageLength });
		items.push(...page.items);
		if (page.items.length === 0 || items.length >= page.total) return items;
	}
}

function headings(kind: JobKind): string[] {
	return [
		message(firstColumn[kind]),
		message('adding.column.outcome'),
		message('adding.column.detail'),
		'SHA-256',
		message('job.column.record'),
		message('job.column.text'),
	];
}

function cells(kind: JobKind, item: JobItem): string[] {
	const { name, outcome, sha256 = '', recordId = '', editionId = '' } = item;
	return [name, message(`job.outcome.${outcome}`), detailOf(kind, item), sha256, recordId, editionId];
}

/** What the report says of it on the screen, in one cell. */
function detailOf(kind: JobKind, item: JobItem): string {
	const { error, note, losses = [] } = item;
	return [
		...(error ? [reasonOf(kind, error)] : []),
		...(note ? [note] : []),
		...factsOf(item),
		...losses.map((loss) => message(`annotations.loss.${loss.kind}`, { what: loss.what })),
	].join('\n');
}
