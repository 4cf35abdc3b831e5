import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { FormError } from '#renderer/ui/FormError.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { TranslationFormat } from '#shared/domain/translation.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { FormatField } from './FormatField.tsx';
import { firstLanguage, LanguageField } from './LanguageField.tsx';
import { saveSheet } from './translation-files.ts';
import type { AskedRecord } from './translation-store.ts';

/** Asks into which language, and as what the file is to be saved; says what of the record goes out. */
export function SaveDialog({ record, onClose }: { record: AskedRecord; onClose(): void }) {
	const { recordId, title } = record;
	const [language, setLanguage] = useState(record.language ?? firstLanguage());
	const [format, setFormat] = useState<TranslationFormat>('docx');
	const [problem, setProblem] = useState<string | null>(null);
	const { data, error } = useQuery(queries.records.get({ id: recordId }));
	const told = problem ?? (error && errorMessage(toErrorData(error)));
	function save(): void {
		if (!data) return;
		setProblem(null);
		saveSheet({ recordId, title, language, redactionId: data.redactionId }, format).then(
			(isSaved) => isSaved && onClose(),
			(error) => setProblem(errorMessage(toErrorData(error))),
		);
	}
	return (
		<Dialog
			title={message('translations.save-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={language === '' || !data} onPress={save}>
						{message('translations.save')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p dir="auto">
					<b>{title}</b>
				</p>
				<p>{message('translations.save-text')}</p>
				<LanguageField value={language} onChange={setLanguage} />
				<FormatField value={format} onChange={setFormat} />
				<WhatGoes recordId={recordId} />
				<FormError>{told}</FormError>
			</div>
		</Dialog>
	);
}

/** A translator is a stranger: what they get is what a share would carry. */
function WhatGoes({ recordId }: Pick<AskedRecord, 'recordId'>) {
	const { data: record } = useQuery(queries.records.get({ id: recordId }));
	const { data: description } = useQuery(queries.descriptions.get({ recordId }));
	if (record?.redactionId) return <p className={styles.hint}>{message('translations.save-redacted')}</p>;
	if (!description || description.withheldNames.length === 0) return null;
	return <FormError>{message('translations.save-names')}</FormError>;
}
