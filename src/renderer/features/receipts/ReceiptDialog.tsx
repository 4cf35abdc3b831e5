import { useState } from 'react';
import { SigningFields, useSigningChoice } from '#renderer/features/signing/index.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { Switch } from '#renderer/ui/Switch.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { ReceiptSubject } from '#shared/domain/receipt.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { PrintedReceipt } from './PrintedReceipt.tsx';
import { exportReceipt, saveReceiptAsPdf } from './receipt-files.ts';
import { useReceiptView } from './receipt-store.ts';

/** Asks what stands on a receipt and in which form it is kept, wherever it was asked for. */
export function ReceiptDialog() {
	const { of, printed } = useReceiptView();
	return (
		<>
			{of ? <Asking of={of} onClose={() => useReceiptView.setState({ of: null })} /> : null}
			{printed ? <PrintedReceipt receipt={printed} /> : null}
		</>
	);
}

function Asking({ of, onClose }: { of: ReceiptSubject; onClose(): void }) {
	const signing = useSigningChoice();
	const [hasFileNames, setHasFileNames] = useState(true);
	const [problem, setProblem] = useState<string | null>(null);

	/** It stays open when the passphrase is wrong, or the person changed their mind about where to. */
	function write(writing: Promise<boolean>): void {
		setProblem(null);
		writing.then(
			(isWritten) => isWritten && onClose(),
			(error) => setProblem(errorMessage(toErrorData(error))),
		);
	}

	const { signature } = signing;
	return (
		<Dialog
			title={message('receipt.title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					{desktop ? (
						<Button onPress={() => write(saveReceiptAsPdf({ of, hasFileNames }))}>{message('print.save-pdf')}</Button>
					) : null}
					<Button variant="primary" onPress={() => write(exportReceipt({ of, hasFileNames, signature }))}>
						{message('receipt.save-page')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p>{message('receipt.text')}</p>
				<Switch isSelected={hasFileNames} onChange={setHasFileNames}>
					{message('receipt.with-names')}
				</Switch>
				<p className={styles.hint}>{message('receipt.with-names-text')}</p>
				<SigningFields label={message('receipt.sign')} choice={signing} />
				{problem ? (
					<p role="alert" className={styles.problem}>
						{problem}
					</p>
				) : null}
			</div>
		</Dialog>
	);
}
