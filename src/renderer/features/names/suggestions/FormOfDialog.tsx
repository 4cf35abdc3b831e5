import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Name } from '#shared/domain/name.ts';
import type { FoundCandidate } from '#shared/domain/name-suggestion.ts';
import { message } from '#shared/messages/messages.ts';
import { mainSpelling } from '#shared/name-suggestions/candidate-tally.ts';
import styles from '../NameDialogs.module.css';
import { NamePicker } from '../NamePicker.tsx';
import { acceptAsForm } from './suggestion-mutations.ts';

interface FormOfDialogProps {
	candidate: FoundCandidate;
	names: readonly Name[];
	onClose(): void;
}

/** Finds the name of which the words are a form. */
export function FormOfDialog({ candidate, names, onClose }: FormOfDialogProps) {
	const text = mainSpelling(candidate);
	return (
		<Dialog title={message('names.suggestions.form-of-title', { text })} isOpen onClose={onClose}>
			<div className={styles.form}>
				<NamePicker
					label={message('names.suggestions.find')}
					names={names}
					begun={text}
					onPick={(id) => {
						const name = names.find((each) => each.id === id);
						onClose();
						if (name) void acceptAsForm(candidate, name);
					}}
				/>
			</div>
		</Dialog>
	);
}
