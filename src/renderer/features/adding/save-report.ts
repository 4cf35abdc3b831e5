import { archive } from '#renderer/lib/archive.ts';
import { saveCsv } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { JobItem, JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { formatCsv } from '#shared/search/list/csv.ts';

const pageLength = 1000;

/** Saves the report of a verification as CSV, a row for each original and text: where the person says, or as a download. */
export async function saveReport({ id, startedAt }: JobProgress): Promise<void> {
	const name = `${message('job.report-name', { day: startedAt.slice(0, 10) })}.csv`;
	const isSaved = await saveCsv(name, async () => formatCsv([headings(), ...(await allItems(id)).map(cells)]));
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

function headings(): string[] {
	return [
		message('adding.column.file'),
		message('adding.column.outcome'),
		'SHA-256',
		message('job.column.record'),
		message('job.column.text'),
	];
}

function cells({ name, outcome, sha256, recordId, editionId }: JobItem): string[] {
	return [name, message(`job.outcome.${outcome}`), sha256 ?? '', recordId ?? '', editionId ?? ''];
}
