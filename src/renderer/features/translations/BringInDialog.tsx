import { useState } from 'react';
import { chooseTextFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { FormError } from '#renderer/ui/FormError.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { firstLanguage, LanguageField } from './LanguageField.tsx';
import { type AskedRecord, isNothingAsked, useTranslationView } from './translation-store.ts';
import { useKnownTranslation } from './use-known-translation.ts';

/** Asks who translated it, and for the file; for a record also into which language, should the file not say so. */
export function BringInDialog({ record, onClose }: { record: Partial<AskedRecord>; onClose(): void }) {
	const { recordId, title } = record;
	const [language, setLanguage] = useState(record.language ?? firstLanguage());
	const known = useKnownTranslation(recordId, language);
	const [translator, setTranslator] = useState('');
	const [problem, setProblem] = useState<string | null>(null);
	// Not as a button that is pending: that is still announced, by its name, when the dialog is gone.
	const [isReading, setReading] = useState(false);

	const isStillOpen = () => useTranslationView.getState().bringing === record;
	async function bringIn(): Promise<void> {
		const source = await chooseTextFile();
		if (!source) return;
		setReading(true);
		const meant = recordId ? { recordId, language } : {};
		const outcome = await archive.calls.translations.bringIn({ source, translator, ...meant });
		// What became of its rows is told also where this was closed, but in the place of no other dialog.
		if (isStillOpen() || isNothingAsked()) useTranslationView.setState({ bringing: null, outcome });
		else showToast(message('translations.came', { title: outcome.title }), undoAction());
	}
	function start(): void {
		setProblem(null);
		bringIn()
			.catch((error) => (isStillOpen() ? setProblem(errorMessage(toErrorData(error))) : showError(error)))
			.finally(() => setReading(false));
	}
	return (
		<Dialog
			title={message('translations.bring-in-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button
						variant="primary"
						isDisabled={isReading || (recordId !== undefined && language === '')}
						onPress={start}
					>
						{message('translations.choose-file')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				{title === undefined ? null : (
					<p dir="auto">
						<b>{title}</b>
					</p>
				)}
				<p>{message('translations.bring-in-text')}</p>
				{recordId ? <LanguageField value={language} onChange={setLanguage} /> : null}
				<TextField
					label={message('translations.translator')}
					hint={message('translations.translator-hint')}
					// Who goes unnamed: what goes on from a translation stays its translator's.
					placeholder={known?.translator ?? ''}
					value={translator}
					onChange={setTranslator}
				/>
				<p role="status">{isReading ? message('translations.came.reading') : null}</p>
				<FormError>{problem}</FormError>
			</div>
		</Dialog>
	);
}
