import { useId } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import type { PackageDraft } from './package-draft.ts';
import styles from './packages.module.css';

interface KeyFieldsProps {
	draft: PackageDraft;
	set(change: Partial<PackageDraft>): void;
}

/** Who can open an encrypted package: whoever knows the passphrase, or has one of the keys. */
export function KeyFields({ draft, set }: KeyFieldsProps) {
	return (
		<>
			<Select<PackageDraft['keyKind']>
				label={message('package.export.key')}
				value={draft.keyKind}
				onChange={(keyKind) => set({ keyKind })}
				options={(['passphrase', 'recipients'] as const).map((value) => ({
					value,
					label: message(`package.export.key.${value}`),
				}))}
			/>
			{draft.keyKind === 'passphrase' ? (
				<PassphraseFields draft={draft} set={set} />
			) : (
				<TextArea
					label={message('package.export.recipients')}
					hint={message('package.export.recipients-hint')}
					value={draft.recipients}
					onChange={(recipients) => set({ recipients })}
					autoComplete="off"
					spellCheck="false"
				/>
			)}
		</>
	);
}

function PassphraseFields({ draft: { passphrase, passphraseAgain }, set }: KeyFieldsProps) {
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
				{message('package.export.passphrase-warning')}
			</p>
		</>
	);
}
