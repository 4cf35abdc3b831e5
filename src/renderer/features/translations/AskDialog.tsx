import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { firstLanguage, LanguageField } from './LanguageField.tsx';

/** Puts records on the list of what is to be translated. */
export function AskDialog({ recordIds, onClose }: { recordIds: readonly RecordId[]; onClose(): void }) {
	const [language, setLanguage] = useState(firstLanguage);
	async function ask(): Promise<void> {
		const count = await archive.calls.translations.ask({ recordIds: [...recordIds], language });
		showToast(message('translations.asked', { count }), count > 0 ? undoAction() : undefined);
	}
	return (
		<Dialog
			title={message('translations.ask-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button
						variant="primary"
						isDisabled={language === ''}
						onPress={() => {
							ask().catch(showError);
							onClose();
						}}
					>
						{message('translations.ask-title')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p>{message('translations.ask-text', { count: recordIds.length })}</p>
				<LanguageField value={language} onChange={setLanguage} />
			</div>
		</Dialog>
	);
}
