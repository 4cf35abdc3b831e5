import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';

interface QuoteTextDialogProps {
	title: string;
	label: string;
	text: string;
	/** A note may have many lines and be empty; a folder's name has one. */
	isLong?: boolean;
	save(text: string): Promise<unknown>;
	onClose(): void;
}

/** Asks for the name of a folder, or the note on a quotation. */
export function QuoteTextDialog({ title, label, text: first, isLong = false, save, onClose }: QuoteTextDialogProps) {
	const [text, setText] = useState(first);
	function submit(event: FormEvent): void {
		event.preventDefault();
		if (!isLong && text.trim() === '') return;
		// What was typed stays where it is until the archive has it.
		save(text.trim()).then(onClose, showError);
	}
	return (
		<Dialog
			title={title}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" type="submit" form="quote-text-form">
						{message('dialog.save')}
					</Button>
				</>
			}
		>
			<form id="quote-text-form" onSubmit={submit}>
				{isLong ? (
					<TextArea label={label} value={text} onChange={setText} rows={6} autoFocus />
				) : (
					<TextField label={label} value={text} onChange={setText} maxLength={500} autoFocus />
				)}
			</form>
		</Dialog>
	);
}
