import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { exportFormats } from '#shared/domain/annotation-transfer.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { exportAnnotations } from './annotation-files.ts';

/** Exports the notes of the record that is open; what is made in a reading copy is saved as a whole. */
export function RecordExportButton({ recordId, className }: { recordId: RecordId; className: string | undefined }) {
	const [isOpen, setIsOpen] = useState(false);
	if (readingCopy) return null;
	return (
		<>
			<Button variant="quiet" className={className} onPress={() => setIsOpen(true)}>
				<FileDown size={14} aria-hidden />
				{message('annotations.export-record')}
			</Button>
			{isOpen ? (
				<ExportDialog
					title={message('annotations.export-record-title')}
					formats={exportFormats.map((value) => ({ value, label: message(`annotations.export-format.${value}`) }))}
					first="jsonld"
					hint={(format) => `${message(`annotations.export-hint.${format}`)} ${message('annotations.export-hint')}`}
					onExport={(format) => exportAnnotations(format, { recordId })}
					onClose={() => setIsOpen(false)}
				/>
			) : null}
		</>
	);
}
