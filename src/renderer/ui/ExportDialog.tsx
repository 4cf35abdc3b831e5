import { type ReactNode, useId, useState } from 'react';
import { message } from '#shared/messages/messages.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './dialog-fields.module.css';
import { Select } from './Select.tsx';
import { showError } from './toast.ts';

interface ExportDialogProps<Format extends string> {
	title: string;
	formats: readonly { value: Format; label: string }[];
	/** The one that is chosen at first. */
	first: Format;
	/** What is going to be in the file. */
	hint(format: Format): string;
	/** False while what is to be written is on its way. */
	isReady?: boolean;
	/** Begins as the dialog closes; what it rejects with is said. */
	onExport(format: Format): Promise<void>;
	onClose(): void;
	/** What else is asked, before the form. */
	children?: ReactNode;
}

/** Asks in which form something is to be exported. */
export function ExportDialog<Format extends string>(props: ExportDialogProps<Format>) {
	const { title, formats, first, hint, isReady = true, onExport, onClose, children } = props;
	const [format, setFormat] = useState(first);
	const hintId = useId();
	function start(): void {
		onExport(format).catch(showError);
		onClose();
	}
	return (
		<Dialog
			title={title}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={start} isDisabled={!isReady} aria-describedby={hintId}>
						{message('dialog.export')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				{children}
				<Select<Format>
					label={message('dialog.export-format')}
					value={format}
					onChange={setFormat}
					options={[...formats]}
				/>
				<p id={hintId} className={styles.hint}>
					{hint(format)}
				</p>
			</div>
		</Dialog>
	);
}
