import { useId, useState } from 'react';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './passphrase.module.css';

export interface PassphraseDraft {
	passphrase: string;
	again: string;
	/** The archive's name, typed by who has read what a lost passphrase means. */
	confirmation: string;
}

/** What is typed for a new passphrase, and whether it can be taken. */
export function useNewPassphrase(name: string) {
	const [draft, setDraft] = useState<PassphraseDraft>({ passphrase: '', again: '', confirmation: '' });
	const isConfirmed = draft.confirmation.trim() === name;
	const isReady = draft.passphrase !== '' && draft.passphrase === draft.again && isConfirmed;
	return {
		draft,
		isReady,
		set: (change: Partial<PassphraseDraft>) => setDraft((before) => ({ ...before, ...change })),
	};
}

interface NewPassphraseProps {
	/** Of the archive's file, without its ending; '' while there is none to be typed once more. */
	name: string;
	draft: PassphraseDraft;
	set(change: Partial<PassphraseDraft>): void;
	/** The first field takes the focus. */
	isFirst?: boolean;
}

/** A new passphrase, twice, and the confirmation that its loss is understood. */
export function NewPassphrase({ name, draft, set, isFirst = false }: NewPassphraseProps) {
	const warningId = useId();
	const { passphrase, again, confirmation } = draft;
	return (
		<>
			<TextField
				type="password"
				autoComplete="off"
				autoFocus={isFirst}
				label={message('passphrase.new')}
				hint={message('package.export.passphrase-hint')}
				value={passphrase}
				onChange={(typed) => set({ passphrase: typed })}
			/>
			<TextField
				type="password"
				autoComplete="off"
				label={message('package.export.passphrase-again')}
				value={again}
				onChange={(typed) => set({ again: typed })}
				isInvalid={again !== '' && again !== passphrase}
				error={message('package.export.passphrase-differs')}
			/>
			<p id={warningId} className={styles.warning}>
				{message('passphrase.warning')}
			</p>
			{name === '' ? null : (
				<TextField
					autoComplete="off"
					spellCheck="false"
					label={message('passphrase.confirm', { name })}
					value={confirmation}
					onChange={(typed) => set({ confirmation: typed })}
					aria-describedby={warningId}
				/>
			)}
		</>
	);
}
