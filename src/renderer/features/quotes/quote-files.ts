import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { QuoteExport } from '#shared/api/quotes-api.ts';
import { type QuoteExportSummary, type QuoteFormat, quoteEndings } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<QuoteFormat, string>> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	odt: 'application/vnd.oasis.opendocument.text',
	markdown: 'text/markdown',
};

/** Writes the file where the person says, or hands it to the browser to keep; says what is in it. */
export async function exportQuotes(asked: QuoteExport): Promise<void> {
	const name = `${message('quotes.file-name')}.${quoteEndings[asked.format]}`;
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		if (path) say(await archive.calls.quotes.exportTo({ ...asked, path }));
		return;
	}
	const { bytes, ...summary } = await archive.calls.quotes.exportBytes(asked);
	download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaTypes[asked.format] }), name);
	say(summary);
}

function say({ exported, withheld, flagged }: QuoteExportSummary): void {
	showToast(message('quotes.exported', { exported, withheld, flagged }));
}
