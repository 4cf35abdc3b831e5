import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import { listTable } from '#shared/search/list/list-table.ts';
import type { TermHits } from '#shared/search/list/search-list.ts';
import { tableHeadings } from '#shared/search/list/table-headings.ts';

const byteOrderMark = '\ufeff';

/** Saves what a list found as CSV: by the system's dialog, or as a download of the browser. */
export async function saveTable(rows: readonly TermHits[], listName: string): Promise<void> {
	const name = message('list-search.table-name', { name: listName.replace(/[.][^.]*$/, '') });
	const text = listTable(rows, tableHeadings(), (how) => message(`search.match.${how}`));
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		if (!path) return;
		await archive.calls.lists.saveTo({ path, text });
	} else download(name, byteOrderMark + text);
	showToast(message('list-search.saved', { file: name }));
}

function download(name: string, text: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
