import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { QuoteExport } from '#shared/api/quotes-api.ts';
import { type QuoteFormat, quoteEndings } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<QuoteFormat, string>> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	odt: 'application/vnd.oasis.opendocument.text',
	markdown: 'text/markdown',
};

/** Says what is in the file. */
export async function exportQuotes(asked: QuoteExport): Promise<void> {
	const { quotes } = archive.calls;
	const name = `${message('quotes.file-name')}.${quoteEndings[asked.format]}`;
	const summary = await exportFile(name, mediaTypes[asked.format], {
		toPath: (path) => quotes.exportTo({ ...asked, path }),
		content: () => quotes.exportBytes(asked),
	});
	if (!summary) return;
	const { exported, withheld, flagged } = summary;
	showToast(message('quotes.exported', { exported, withheld, flagged }));
}
