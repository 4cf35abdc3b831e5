import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type BibliographyFormat, bibliographyFormats } from '#shared/domain/citation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './QuotesPage.module.css';
import { exportReferences } from './reference-files.ts';

/** Asks in which form the chosen records are to be written for programs that keep references. */
export function ReferencesExportDialog({ ids, onClose }: { ids: RecordId[]; onClose(): void }) {
	const [format, setFormat] = useState<BibliographyFormat>('bibtex');

	function start(): void {
		exportReferences(format, { ids }).catch(showError);
		onClose();
	}

	return (
		<Dialog
			title={message('references.export-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={start}>
						{message('references.export-start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<Select<BibliographyFormat>
					label={message('references.export-format')}
					value={format}
					onChange={setFormat}
					options={bibliographyFormats.map((value) => ({
						value,
						label: message(`references.export-format.${value}`),
					}))}
				/>
				<p className={styles.hint}>{message('references.export-hint')}</p>
			</div>
		</Dialog>
	);
}
