import { saveCsv } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import { listTable } from '#shared/search/list/list-table.ts';
import type { TermHits } from '#shared/search/list/search-list.ts';
import { tableHeadings } from '#shared/search/list/table-headings.ts';

/** Saves what a list found as CSV: by the system's dialog, or as a download of the browser. */
export async function saveTable(rows: readonly TermHits[], listName: string): Promise<void> {
	const name = message('list-search.table-name', { name: listName.replace(/[.][^.]*$/, '') });
	const isSaved = await saveCsv(name, () => listTable(rows, tableHeadings(), (how) => message(`search.match.${how}`)));
	if (isSaved) showToast(message('list-search.saved', { file: name }));
}
