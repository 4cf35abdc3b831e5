import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type ClaimEvidence, type EvidenceFormat, evidenceFormats } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './EvidenceExportDialog.module.css';
import { exportEvidence } from './evidence-files.ts';

interface EvidenceExportDialogProps {
	/** What passes the filter. */
	claims: readonly ClaimEvidence[];
	onClose(): void;
}

/** Asks in which form the claims that are shown are to be exported. */
export function EvidenceExportDialog({ claims, onClose }: EvidenceExportDialogProps) {
	const [format, setFormat] = useState<EvidenceFormat>('markdown');
	const hintId = useId();

	function start(): void {
		exportEvidence(format, { ids: claims.map(({ claim }) => claim.id) }).catch(showError);
		onClose();
	}

	return (
		<Dialog
			title={message('evidence.export-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={start} aria-describedby={hintId}>
						{message('evidence.export-start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<Select<EvidenceFormat>
					label={message('evidence.export-format')}
					value={format}
					onChange={setFormat}
					options={evidenceFormats.map((value) => ({ value, label: message(`evidence.export-format.${value}`) }))}
				/>
				<p id={hintId} className={styles.hint}>
					{message('evidence.export-hint', { count: claims.length })}
				</p>
			</div>
		</Dialog>
	);
}
