import { useState } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import {
	type IdentifierScheme,
	identifierSchemes,
	isSameIdentifier,
	type NameIdentifier,
	readIdentifier,
} from '#shared/domain/name-identifier.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { EditorForm } from './EditorForm.tsx';

interface IdentifierEditorProps {
	known: readonly NameIdentifier[];
	onSave(identifier: NameIdentifier): Promise<unknown>;
	onClose(): void;
}

/** Takes an identifier as it is written, or the address under which it was found. */
export function IdentifierEditor({ known, onSave, onClose }: IdentifierEditorProps) {
	const [scheme, setScheme] = useState<IdentifierScheme>('wikidata');
	const [written, setWritten] = useState('');
	const [error, setError] = useState<string | null>(null);

	function submit(): void {
		const identifier = readIdentifier(written, scheme);
		const shown = { value: written.trim(), scheme: message(`names.scheme.${scheme}`) };
		if (!identifier) setError(message('names.identifiers.error', shown));
		else if (known.some((other) => isSameIdentifier(other, identifier))) setError(message('names.identifiers.twice'));
		else onSave(identifier).catch((failure: unknown) => setError(errorMessage(toErrorData(failure))));
	}
	return (
		<EditorForm label={message('names.identifiers.add')} error={error} onSubmit={submit} onClose={onClose}>
			<Select<IdentifierScheme>
				label={message('names.identifiers.scheme')}
				value={scheme}
				onChange={setScheme}
				options={identifierSchemes.map((value) => ({ value, label: message(`names.scheme.${value}`) }))}
			/>
			<TextField
				label={message('names.identifiers.value')}
				hint={message('names.identifiers.hint')}
				value={written}
				onChange={setWritten}
				autoFocus
			/>
		</EditorForm>
	);
}
