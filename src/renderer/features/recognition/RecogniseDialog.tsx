import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckboxGroup, Label } from 'react-aria-components';
import { archive } from '#renderer/lib/archive.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { mostLanguagesAtOnce, type RecognitionLanguage } from '#shared/domain/recognition.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './RecogniseDialog.module.css';
import { askToRecognise, useRecognition } from './recognition-store.ts';

/** Stands in the frame: asks in which language the text of some records is to be recognised. */
export function RecogniseDialog() {
	const recordIds = useRecognition((state) => state.recordIds);
	// A new one each time, so that nothing chosen for other records is left in it.
	return recordIds.length === 0 ? null : <OpenDialog key={recordIds.join()} recordIds={recordIds} />;
}

function OpenDialog({ recordIds }: { recordIds: readonly RecordId[] }) {
	const { data: languages = [] } = useQuery({ ...queries.recognition.languages(), staleTime: 0 });
	const [isFoundOut, setIsFoundOut] = useState(true);
	const [codes, setCodes] = useState<string[]>([]);
	const close = () => askToRecognise([]);
	const there = languages.filter(({ source }) => source !== 'missing');
	const missing = languages.filter(({ source }) => source === 'missing');

	function start(): void {
		const id = newId<JobId>();
		archive.calls.recognition
			.start({ id, recordIds: [...recordIds], languages: isFoundOut ? [] : codes })
			.catch(showError);
		close();
	}

	return (
		<Dialog
			title={message('recognition.title')}
			isOpen
			onClose={close}
			actions={
				<>
					<Button onPress={close}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={!isFoundOut && codes.length === 0} onPress={start}>
						{message('recognition.start-now')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p className={styles.text}>{message('recognition.text', { count: recordIds.length })}</p>
				<Switch isSelected={isFoundOut} onChange={setIsFoundOut}>
					{message('recognition.find-out')}
				</Switch>
				<p className={styles.text}>{message('recognition.find-out-text')}</p>
				{isFoundOut ? null : <Languages languages={there} chosen={codes} onChange={setCodes} />}
				{missing.length > 0 ? (
					<p className={styles.text}>{message('recognition.missing', { languages: namesOf(missing) })}</p>
				) : null}
			</div>
		</Dialog>
	);
}

interface LanguagesProps {
	languages: readonly RecognitionLanguage[];
	chosen: string[];
	onChange(codes: string[]): void;
}

function Languages({ languages, chosen, onChange }: LanguagesProps) {
	const isFull = chosen.length >= mostLanguagesAtOnce;
	return (
		<CheckboxGroup value={chosen} onChange={onChange} className={styles.group ?? ''}>
			<Label className={styles.label ?? ''}>{message('recognition.languages', { most: mostLanguagesAtOnce })}</Label>
			<div className={styles.choices}>
				{languages.map(({ code, language }) => (
					<Checkbox key={code} value={code} isDisabled={isFull && !chosen.includes(code)}>
						{languageName(language)}
					</Checkbox>
				))}
			</div>
		</CheckboxGroup>
	);
}

function namesOf(languages: readonly RecognitionLanguage[]): string {
	return languages.map(({ language }) => languageName(language)).join(', ');
}
