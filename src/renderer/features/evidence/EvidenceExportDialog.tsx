import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { type ClaimEvidence, evidenceFormats } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import { exportEvidence } from './evidence-files.ts';

interface EvidenceExportDialogProps {
	/** What passes the filter. */
	claims: readonly ClaimEvidence[];
	onClose(): void;
}

/** Asks in which form the claims that are shown are to be exported. */
export function EvidenceExportDialog({ claims, onClose }: EvidenceExportDialogProps) {
	return (
		<ExportDialog
			title={message('evidence.export-title')}
			formats={evidenceFormats.map((value) => ({ value, label: message(`evidence.export-format.${value}`) }))}
			first="markdown"
			hint={() => message('evidence.export-hint', { count: claims.length })}
			onExport={(format) => exportEvidence(format, { ids: claims.map(({ claim }) => claim.id) })}
			onClose={onClose}
		/>
	);
}
