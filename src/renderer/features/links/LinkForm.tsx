import { useEffect, useState } from 'react';
import { takeTypedAhead } from '#renderer/lib/type-ahead.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { message } from '#shared/messages/messages.ts';
import { ChoiceField } from './ChoiceField.tsx';
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
	useEffect(() => {
		const ahead = takeTypedAhead();
		if (ahead !== '') setTyped(ahead);
	}, []);

	function choose(choice: LinkChoice): void {
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
			<ChoiceField
				label={message('links.dialog.find')}
				placeholder={message('links.dialog.placeholder')}
				hint={message('links.dialog.hint')}
				typed={typed}
				onType={setTyped}
				choices={choices}
				onChoose={choose}
			/>
		</div>
	);
}
