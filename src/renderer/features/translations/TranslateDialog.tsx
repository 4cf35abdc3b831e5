import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { showError } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import { firstLanguage, LanguageField } from './LanguageField.tsx';
import type { TranslatingRecord } from './translation-store.ts';

/** Asks into which language one translates, before the field is there to type in. */
export function TranslateDialog({ record, onClose }: { record: TranslatingRecord; onClose(): void }) {
	const [language, setLanguage] = useState(record.language ?? firstLanguage());
	return (
		<Dialog
			title={message('command.text.translate')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button
						variant="primary"
						isDisabled={language === ''}
						onPress={() => {
							onClose();
							record.begin(language).catch(showError);
						}}
					>
						{message('translations.begin')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p dir="auto">
					<b>{record.title}</b>
				</p>
				<LanguageField value={language} onChange={setLanguage} />
			</div>
		</Dialog>
	);
}
