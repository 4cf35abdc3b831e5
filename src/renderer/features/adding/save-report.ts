import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { JobItem, JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { formatCsv } from '#shared/search/list/csv.ts';

const byteOrderMark = '\ufeff';
const pageLength = 1000;

/** Saves the report of a verification as CSV, a row for each original and text: where the person says, or as a download. */
export async function saveReport({ id, startedAt }: JobProgress): Promise<void> {
	const name = `${message('job.report-name', { day: startedAt.slice(0, 10) })}.csv`;
	const path = desktop ? await desktop.chooseSavePath(name) : null;
	if (desktop && !path) return;
	const text = formatCsv([headings(), ...(await allItems(id)).map(cells)]);
	if (path) await archive.calls.lists.saveTo({ path, text });
	else download(new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' }), name);
	showToast(message('job.report-saved', { file: name }));
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
