import { useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import fieldStyles from '#renderer/ui/field.module.css';
import { takeFirst } from '#renderer/ui/take-first.ts';
import { message } from '#shared/messages/messages.ts';
import { fold } from '#shared/text/fold.ts';
import styles from './EventDialog.module.css';

/** What can be picked: its title, something to tell it apart, and every text that finds it. */
export interface Pickable {
	id: string;
	title: string;
	detail: string;
	texts: readonly string[];
}

interface ThingPickerProps {
	label: string;
	things: readonly Pickable[];
	onPick(id: string): void;
}

/** Of many that fit, these are enough to go on typing. */
const mostShown = 12;

/** Finds a name or an event by typing; the arrows choose, Enter takes. */
export function ThingPicker({ label, things, onPick }: ThingPickerProps) {
	const [typed, setTyped] = useState('');
	const wanted = fold(typed.trim());
	const fitting: Pickable[] = [];
	for (const thing of wanted === '' ? [] : things) {
		if (thing.texts.some((text) => fold(text).includes(wanted))) fitting.push(thing);
		if (fitting.length === mostShown) break;
	}
	function pick(id: string | undefined): void {
		if (id === undefined) return;
		onPick(id);
		setTyped('');
	}
	return (
		<Autocomplete inputValue={typed} onInputChange={setTyped}>
			<TextField className={fieldStyles.field ?? ''}>
				<Label className={fieldStyles.label ?? ''}>{label}</Label>
				<Input
					role="combobox"
					aria-expanded={fitting.length > 0}
					aria-haspopup="listbox"
					placeholder={message('chronology.find')}
					className={fieldStyles.input ?? ''}
					onKeyDown={(event) => {
						takeFirst(() => pick(fitting[0]?.id))(event);
						// Enter takes what is in the list; it never sends the form.
						if (event.key === 'Enter') event.preventDefault();
					}}
				/>
			</TextField>
			{wanted === '' ? null : (
				<ListBox
					aria-label={label}
					items={fitting}
					onAction={(id) => pick(String(id))}
					className={styles.found ?? ''}
					renderEmptyState={() => <p className={styles.soft}>{message('names.empty.filtered')}</p>}
				>
					{(thing) => (
						<ListBoxItem id={thing.id} textValue={thing.title} className={styles.option ?? ''}>
							<span dir="auto">{thing.title}</span> <span className={styles.soft}>{thing.detail}</span>
						</ListBoxItem>
					)}
				</ListBox>
			)}
		</Autocomplete>
	);
}
