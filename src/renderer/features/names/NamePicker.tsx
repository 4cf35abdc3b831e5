import { useMemo, useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import fieldStyles from '#renderer/ui/field.module.css';
import { takeFirst } from '#renderer/ui/take-first.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { chosenNames, listedNames } from './listed-names.ts';
import styles from './NameDialogs.module.css';

interface NamePickerProps {
	label: string;
	names: readonly Name[];
	/** What is looked for at first, where some name has it. */
	begun?: string;
	onPick(id: NameId): void;
}

/** Of many that fit, these are enough to go on typing. */
const mostShown = 20;

/** Finds a name by any form: typing narrows, the arrows choose, Enter takes. The focus stays in the field. */
export function NamePicker({ label, names, begun = '', onPick }: NamePickerProps) {
	const listed = useMemo(() => listedNames(names), [names]);
	const [typed, setTyped] = useState(() => (begun && chosenNames(listed, 'all', begun).length > 0 ? begun : ''));
	const fitting = typed.trim() === '' ? [] : chosenNames(listed, 'all', typed).slice(0, mostShown);
	function pick(id: NameId | undefined): void {
		if (id === undefined) return;
		onPick(id);
		setTyped('');
	}
	return (
		<Autocomplete inputValue={typed} onInputChange={setTyped}>
			<TextField autoFocus className={fieldStyles.field ?? ''}>
				<Label className={styles.soft ?? ''}>{label}</Label>
				<Input
					role="combobox"
					aria-expanded={fitting.length > 0}
					aria-haspopup="listbox"
					placeholder={message('names.find')}
					onKeyDown={takeFirst(() => pick(fitting[0]?.id))}
					// What is typed takes the place of what was put there.
					onFocus={({ target }) => target.select()}
					className={fieldStyles.input ?? ''}
				/>
			</TextField>
			{typed.trim() === '' ? null : (
				<ListBox
					aria-label={message('names.list')}
					items={fitting}
					onAction={(id) => pick(id as NameId)}
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
