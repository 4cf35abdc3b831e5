import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { FormError } from '#renderer/ui/FormError.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { Translation, TranslationFormat } from '#shared/domain/translation.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { FormatField } from './FormatField.tsx';
import { saveSheets } from './translation-files.ts';

interface SaveAllDialogProps {
	/** At least one; of records whose access is open and that have a text. */
	translations: readonly Translation[];
	onClose(): void;
}

/** Asks as what all that are asked for are to be saved, in one ZIP file; says what of them goes out. */
export function SaveAllDialog({ translations, onClose }: SaveAllDialogProps) {
	const [format, setFormat] = useState<TranslationFormat>('docx');
	const [problem, setProblem] = useState<string | null>(null);
	const [isSaving, setIsSaving] = useState(false);
	const redacted = translations.filter(({ isRedacted }) => isRedacted).length;
	const named = translations.filter(({ hasWithheldNames }) => hasWithheldNames);
	function save(): void {
		setProblem(null);
		setIsSaving(true);
		saveSheets(translations, format)
			.then(
				(isSaved) => isSaved && onClose(),
				(error) => setProblem(errorMessage(toErrorData(error))),
			)
			.finally(() => setIsSaving(false));
	}
	return (
		<Dialog
			title={message('translations.save-all-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={isSaving} onPress={save}>
						{message('translations.save-all')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p>{message('translations.save-all-text', { count: translations.length })}</p>
				<FormatField value={format} onChange={setFormat} />
				{redacted > 0 ? (
					<p className={styles.hint}>{message('translations.save-all-redacted', { count: redacted })}</p>
				) : null}
				{named.length > 0 ? (
					<FormError>
						{message('translations.save-all-names', { titles: named.map(({ title }) => title).join(', ') })}
					</FormError>
				) : null}
				<p role="status">{isSaving ? message('translations.saving') : null}</p>
				<FormError>{problem}</FormError>
			</div>
		</Dialog>
	);
}
