import { useId } from 'react';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './packages.module.css';
import type { PassphraseDraft } from './passphrase-draft.ts';

interface PassphraseFieldsProps {
	draft: PassphraseDraft;
	set(change: Partial<PassphraseDraft>): void;
	warning: string;
}

/** Asks twice for the passphrase of something that is written, and says what losing it means. */
export function PassphraseFields({ draft: { passphrase, passphraseAgain }, set, warning }: PassphraseFieldsProps) {
	const warningId = useId();
	return (
		<>
			<TextField
				type="password"
				autoComplete="off"
				label={message('package.export.passphrase')}
				hint={message('package.export.passphrase-hint')}
				value={passphrase}
				onChange={(typed) => set({ passphrase: typed })}
				aria-describedby={warningId}
			/>
			<TextField
				type="password"
				autoComplete="off"
				label={message('package.export.passphrase-again')}
				value={passphraseAgain}
				onChange={(typed) => set({ passphraseAgain: typed })}
				isInvalid={passphraseAgain !== '' && passphraseAgain !== passphrase}
				error={message('package.export.passphrase-differs')}
			/>
			<p id={warningId} className={styles.warning}>
				{warning}
			</p>
		</>
	);
}
