import { useState } from 'react';
import { SigningFields, useSigningChoice } from '#renderer/features/signing/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { type CustodyFilter, type CustodyFormat, custodyFormats } from '#shared/domain/custody.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { exportCustody } from './custody-files.ts';

interface CustodyExportDialogProps {
	filter: CustodyFilter;
	onClose(): void;
}

/** Asks for the form, and whether the file is to be signed; stays open when the passphrase is wrong. */
export function CustodyExportDialog({ filter, onClose }: CustodyExportDialogProps) {
	const signing = useSigningChoice();
	const [format, setFormat] = useState<CustodyFormat>('jsonl');
	const [problem, setProblem] = useState<string | null>(null);

	function start(): void {
		exportCustody({ format, filter, signature: signing.signature }).then(onClose, (error) =>
			setProblem(errorMessage(toErrorData(error))),
		);
	}

	return (
		<Dialog
			title={message('custody.export-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={start}>
						{message('dialog.export')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<Select<CustodyFormat>
					label={message('dialog.export-format')}
					value={format}
					onChange={setFormat}
					options={custodyFormats.map((value) => ({ value, label: message(`custody.format.${value}`) }))}
				/>
				<SigningFields label={message('custody.sign')} choice={signing} />
				{problem ? (
					<p role="alert" className={styles.problem}>
						{problem}
					</p>
				) : null}
			</div>
		</Dialog>
	);
}
