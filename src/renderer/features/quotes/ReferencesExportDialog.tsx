import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { bibliographyFormats } from '#shared/domain/citation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { exportReferences } from './reference-files.ts';

/** Asks in which form the chosen records are to be written for programs that keep references. */
export function ReferencesExportDialog({ ids, onClose }: { ids: RecordId[]; onClose(): void }) {
	return (
		<ExportDialog
			title={message('references.export-title')}
			formats={bibliographyFormats.map((value) => ({ value, label: message(`references.export-format.${value}`) }))}
			first="bibtex"
			hint={() => message('references.export-hint')}
			onExport={(format) => exportReferences(format, { ids })}
			onClose={onClose}
		/>
	);
}
