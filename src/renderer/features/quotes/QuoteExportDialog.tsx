import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type QuoteFolder, type QuoteFormat, quoteFormats } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';
import { CitationStyleSelect } from './CitationStyleSelect.tsx';
import { useCitationStyle } from './citation-style.ts';
import styles from './QuotesPage.module.css';
import { exportQuotes } from './quote-files.ts';

/** Asks in which form a folder of quotations is to be written, and how to cite. */
export function QuoteExportDialog({ folder, onClose }: { folder: QuoteFolder; onClose(): void }) {
	const [format, setFormat] = useState<QuoteFormat>('docx');
	const [style] = useCitationStyle();

	function start(): void {
		exportQuotes({ folderId: folder.id, format, style }).catch(showError);
		onClose();
	}

	return (
		<Dialog
			title={message('quotes.export-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={start}>
						{message('quotes.export-start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<Select<QuoteFormat>
					label={message('quotes.export-format')}
					value={format}
					onChange={setFormat}
					options={quoteFormats.map((value) => ({ value, label: message(`quotes.export-format.${value}`) }))}
				/>
				<CitationStyleSelect />
				<p className={styles.hint}>{message('quotes.export-hint')}</p>
			</div>
		</Dialog>
	);
}
