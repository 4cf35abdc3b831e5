import { useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import fieldStyles from '#renderer/ui/field.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './LinkForm.module.css';
import type { LinkChoice } from './link-choices.ts';
import { addLink } from './link-mutations.ts';
import { keyOf, orientedEnds, type Relation, type RelationKey, relationName, relationsOf } from './link-relations.ts';
import type { LinkSubject } from './links-store.ts';
import { useLinkChoices } from './use-link-choices.ts';

interface LinkFormProps {
	subject: LinkSubject;
	onDone(): void;
}

/** The relation stands ready; typing finds the other end, the arrows choose, Enter makes the link. */
export function LinkForm({ subject, onDone }: LinkFormProps) {
	const relations = relationsOf(subject);
	const [relation, setRelation] = useState<Relation>(relations[0] ?? { type: 'cites', direction: 'outgoing' });
	const [typed, setTyped] = useState('');
	const choices = useLinkChoices(typed, subject.end);

	function choose(key: string | number): void {
		const choice = choices.find((each) => each.key === key);
		if (!choice) return;
		onDone();
		void addLink({ type: relation.type, ...orientedEnds(relation, subject.end, choice.end) });
	}
	return (
		<div className={styles.form}>
			{subject.words === '' ? null : (
				<blockquote className={styles.words} dir="auto">
					{subject.words}
				</blockquote>
			)}
			<Select<RelationKey>
				label={message('links.dialog.relation')}
				value={keyOf(relation)}
				onChange={(key) => setRelation(relations.find((each) => keyOf(each) === key) ?? relation)}
				options={relations.map((each) => ({ value: keyOf(each), label: relationName(each) }))}
			/>
			<Autocomplete inputValue={typed} onInputChange={setTyped}>
				<TextField autoFocus className={fieldStyles.field ?? ''}>
					<Label className={fieldStyles.label ?? ''}>{message('links.dialog.find')}</Label>
					<Input
						role="combobox"
						aria-expanded={typed.trim() !== ''}
						aria-haspopup="listbox"
						placeholder={message('links.dialog.placeholder')}
						className={fieldStyles.input ?? ''}
					/>
				</TextField>
				{typed.trim() === '' ? (
					<p className={styles.soft}>{message('links.dialog.hint')}</p>
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
		</div>
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
