import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { type CustodyFilter, type CustodyFormat, custodyFormats } from '#shared/domain/custody.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import styles from './CustodyExportDialog.module.css';
import { exportCustody } from './custody-files.ts';

interface CustodyExportDialogProps {
	filter: CustodyFilter;
	onClose(): void;
}

/** Asks for the form, and whether the file is to be signed; stays open when the passphrase is wrong. */
export function CustodyExportDialog({ filter, onClose }: CustodyExportDialogProps) {
	const { data: key } = useQuery(queries.signing.key());
	const [format, setFormat] = useState<CustodyFormat>('jsonl');
	const [isSigned, setIsSigned] = useState(false);
	const [passphrase, setPassphrase] = useState('');
	const [problem, setProblem] = useState<string | null>(null);

	function start(): void {
		exportCustody({ format, filter, signature: isSigned && key ? { passphrase } : null }).then(onClose, (error) =>
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
				<Switch isSelected={isSigned && key !== null} isDisabled={!key} onChange={setIsSigned}>
					{message('custody.sign')}
				</Switch>
				<p className={styles.hint}>
					{key ? message('custody.sign-text', { key: key.keyId }) : message('signing.none')}
				</p>
				{isSigned && key?.hasPassphrase ? (
					<TextField
						label={message('signing.passphrase')}
						type="password"
						value={passphrase}
						onChange={setPassphrase}
					/>
				) : null}
				{problem ? (
					<p role="alert" className={styles.problem}>
						{problem}
					</p>
				) : null}
			</div>
		</Dialog>
	);
}
