import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';

/** Takes home's public key, which nobody types and no dictionary knows. */
export function RecipientField({ value, onChange }: { value: string; onChange(value: string): void }) {
	return (
		<TextField
			label={message('home.key')}
			hint={message('home.key-hint')}
			value={value}
			onChange={onChange}
			autoComplete="off"
			spellCheck="false"
			autoFocus
		/>
	);
}
