import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import fieldStyles from '#renderer/ui/field.module.css';
import { takeFirst } from '#renderer/ui/take-first.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './LinkForm.module.css';
import type { LinkChoice } from './link-choices.ts';

interface ChoiceFieldProps {
	label: string;
	placeholder: string;
	/** What to do, said while nothing is typed. */
	hint: string;
	typed: string;
	onType(typed: string): void;
	/** What fits what is typed. */
	choices: readonly LinkChoice[];
	onChoose(choice: LinkChoice): void;
}

/** Typing finds, the arrows choose, Enter takes. */
export function ChoiceField({ label, placeholder, hint, typed, onType, choices, onChoose }: ChoiceFieldProps) {
	function choose(key: string | number | undefined): void {
		const choice = choices.find((each) => each.key === key);
		if (choice) onChoose(choice);
	}
	return (
		<Autocomplete inputValue={typed} onInputChange={onType}>
			<TextField autoFocus className={fieldStyles.field ?? ''}>
				<Label className={fieldStyles.label ?? ''}>{label}</Label>
				<Input
					role="combobox"
					aria-expanded={typed.trim() !== ''}
					aria-haspopup="listbox"
					placeholder={placeholder}
					onKeyDown={takeFirst(() => choose(choices[0]?.key))}
					className={fieldStyles.input ?? ''}
				/>
			</TextField>
			{typed.trim() === '' ? (
				<p className={styles.soft}>{hint}</p>
			) : (
				<ListBox
					aria-label={message('links.dialog.found')}
					items={choices.map((choice) => ({ ...choice, id: choice.key }))}
					onAction={choose}
					className={styles.found ?? ''}
					renderEmptyState={() => <p className={styles.soft}>{message('links.dialog.nothing')}</p>}
				>
					{(choice) => <ChoiceItem choice={choice} />}
				</ListBox>
			)}
		</Autocomplete>
	);
}

function ChoiceItem({ choice: { key, kind, title, detail, language } }: { choice: LinkChoice }) {
	return (
		<ListBoxItem id={key} textValue={title} className={styles.option ?? ''}>
			<span className={styles.title} dir="auto" lang={language}>
				{title}
			</span>
			<span className={styles.detail}>{[message(`links.kind.${kind}`), detail].filter(Boolean).join(' · ')}</span>
		</ListBoxItem>
	);
}
