import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { Name, NameForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { FormEditor } from './FormEditor.tsx';
import { FormFacts } from './FormFacts.tsx';
import styles from './NameDetails.module.css';
import { updateName } from './name-mutations.ts';

interface FormListProps {
	name: Name;
	isReadOnly: boolean;
}

/** The forms of a name in their order; one at a time is edited where it stands. */
export function FormList({ name, isReadOnly }: FormListProps) {
	const { forms } = name;
	/** Place of the form that is edited; that after the last is a new one. */
	const [editing, setEditing] = useState<number | null>(null);
	const save = (next: NameForm[]) => updateName(name, { forms: next });
	const close = () => setEditing(null);

	return (
		<section className={inspector.part}>
			<h3 className={inspector.heading}>{message('names.forms')}</h3>
			<ul className={styles.forms}>
				{forms.map((form, place) => (
					<li key={`${form.language} ${form.text}`} className={styles.item}>
						{editing === place ? (
							<FormEditor
								name={name}
								form={form}
								onSave={(edited) => save(forms.map((other, at) => (at === place ? edited : other))).then(close)}
								onClose={close}
							/>
						) : (
							<>
								<div className={styles.facts}>
									<FormFacts form={form} hasSource />
								</div>
								{isReadOnly ? null : (
									<FormMenu
										form={form}
										place={place}
										count={forms.length}
										onEdit={() => setEditing(place)}
										onMove={(to) => void save(moved(forms, place, to)).catch(showError)}
										onRemove={() => void save(forms.filter((_, at) => at !== place)).catch(showError)}
									/>
								)}
							</>
						)}
					</li>
				))}
			</ul>
			{editing === forms.length ? (
				<FormEditor name={name} onSave={(form) => save([...forms, form]).then(close)} onClose={close} />
			) : isReadOnly ? null : (
				<div>
					<Button variant="quiet" onPress={() => setEditing(forms.length)}>
						<Plus size={14} aria-hidden />
						{message('names.forms.add')}
					</Button>
				</div>
			)}
		</section>
	);
}

interface FormMenuProps {
	form: NameForm;
	place: number;
	count: number;
	onEdit(): void;
	onMove(to: number): void;
	onRemove(): void;
}

function FormMenu({ form, place, count, onEdit, onMove, onRemove }: FormMenuProps) {
	const label = message('names.forms.actions', { form: form.text });
	return (
		<MenuTrigger>
			<IconButton label={label}>
				<Ellipsis size={14} />
			</IconButton>
			<Menu aria-label={label}>
				<MenuItem onAction={onEdit}>{message('names.forms.edit')}</MenuItem>
				<MenuItem isDisabled={place === 0} onAction={() => onMove(place - 1)}>
					{message('names.forms.up')}
				</MenuItem>
				<MenuItem isDisabled={place === count - 1} onAction={() => onMove(place + 1)}>
					{message('names.forms.down')}
				</MenuItem>
				<MenuItem isDisabled={count === 1} onAction={onRemove}>
					{message('names.forms.remove')}
				</MenuItem>
			</Menu>
		</MenuTrigger>
	);
}

function moved(forms: readonly NameForm[], from: number, to: number): NameForm[] {
	const form = forms[from];
	const others = forms.filter((_, at) => at !== from);
	return form ? [...others.slice(0, to), form, ...others.slice(to)] : others;
}
