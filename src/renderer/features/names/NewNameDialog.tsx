import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { NameId } from '#shared/domain/ids.ts';
import { type NameKind, nameKinds } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { FormTextFields } from './FormTextFields.tsx';
import { emptyDraft, toForm } from './form-draft.ts';
import styles from './NameDialogs.module.css';
import { addName } from './name-mutations.ts';
import { setFilter } from './names-store.ts';

interface NewNameDialogProps {
	onShow(id: NameId): void;
	onClose(): void;
}

/** A new name with its first form; the others are added beside the list. */
export function NewNameDialog({ onShow, onClose }: NewNameDialogProps) {
	const [kind, setKind] = useState<NameKind>('person');
	const [draft, setDraft] = useState(emptyDraft);

	async function submit(event: FormEvent): Promise<void> {
		event.preventDefault();
		const form = toForm(draft);
		if (form.text === '') return;
		const name = await addName({ kind, description: '', source: '', forms: [form] });
		if (!name) return;
		setFilter('all');
		onShow(name.id);
		onClose();
	}

	return (
		<Dialog
			title={message('names.new')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" type="submit" form="new-name">
						{message('dialog.save')}
					</Button>
				</>
			}
		>
			<form id="new-name" className={styles.form} onSubmit={(event) => void submit(event)}>
				<FormTextFields draft={draft} change={setDraft} />
				<Select<NameKind>
					label={message('names.kind')}
					value={kind}
					onChange={setKind}
					options={nameKinds.map((value) => ({ value, label: message(`names.kind.${value}`) }))}
				/>
				<TextField
					label={message('names.forms.source-field')}
					value={draft.source}
					onChange={(source) => setDraft({ ...draft, source })}
				/>
			</form>
		</Dialog>
	);
}
