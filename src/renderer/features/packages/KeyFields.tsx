import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import { PassphraseFields } from './PassphraseFields.tsx';
import type { PackageDraft } from './package-draft.ts';

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
				<PassphraseFields draft={draft} set={set} warning={message('package.export.passphrase-warning')} />
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
