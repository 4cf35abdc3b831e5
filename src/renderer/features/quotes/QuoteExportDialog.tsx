import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { type QuoteFolder, quoteFormats } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';
import { CitationStyleSelect } from './CitationStyleSelect.tsx';
import { useCitationStyle } from './citation-style.ts';
import { exportQuotes } from './quote-files.ts';

/** Asks in which form a folder of quotations is to be written, and how to cite. */
export function QuoteExportDialog({ folder, onClose }: { folder: QuoteFolder; onClose(): void }) {
	const [style] = useCitationStyle();
	return (
		<ExportDialog
			title={message('quotes.export-title')}
			formats={quoteFormats.map((value) => ({ value, label: message(`quotes.export-format.${value}`) }))}
			first="docx"
			hint={() => message('quotes.export-hint')}
			onExport={(format) => exportQuotes({ folderId: folder.id, format, style })}
			onClose={onClose}
		>
			<CitationStyleSelect />
		</ExportDialog>
	);
}
