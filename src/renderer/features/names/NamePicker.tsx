import { useMemo, useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import fieldStyles from '#renderer/ui/field.module.css';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { chosenNames, listedNames } from './listed-names.ts';
import styles from './NameDialogs.module.css';

interface NamePickerProps {
	label: string;
	names: readonly Name[];
	onPick(id: NameId): void;
}

/** Of many that fit, these are enough to go on typing. */
const mostShown = 20;

/** Finds a name by any form: typing narrows, the arrows choose, Enter takes. The focus stays in the field. */
export function NamePicker({ label, names, onPick }: NamePickerProps) {
	const [typed, setTyped] = useState('');
	const listed = useMemo(() => listedNames(names), [names]);
	const fitting = typed.trim() === '' ? [] : chosenNames(listed, 'all', typed).slice(0, mostShown);
	return (
		<Autocomplete inputValue={typed} onInputChange={setTyped}>
			<TextField autoFocus className={fieldStyles.field ?? ''}>
				<Label className={styles.soft ?? ''}>{label}</Label>
				<Input
					role="combobox"
					aria-expanded={fitting.length > 0}
					aria-haspopup="listbox"
					placeholder={message('names.find')}
					className={fieldStyles.input ?? ''}
				/>
			</TextField>
			{typed.trim() === '' ? null : (
				<ListBox
					aria-label={message('names.list')}
					items={fitting}
					onAction={(id) => {
						onPick(id as NameId);
						setTyped('');
					}}
					className={styles.found ?? ''}
					renderEmptyState={() => <p className={styles.soft}>{message('names.empty.filtered')}</p>}
				>
					{(name) => (
						<ListBoxItem id={name.id} textValue={name.title} className={styles.option ?? ''}>
							<span>{name.title}</span> <span className={styles.soft}>{message(`names.kind.${name.kind}`)}</span>
						</ListBoxItem>
					)}
				</ListBox>
			)}
		</Autocomplete>
	);
}
