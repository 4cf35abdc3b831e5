import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';

interface SavedSearchDialogProps {
	title: string;
	/** The name at first. */
	name: string;
	save(name: string): Promise<void>;
	onClose(): void;
}

/** Asks what a saved search is called. */
export function SavedSearchDialog({ title, name: firstName, save, onClose }: SavedSearchDialogProps) {
	const [name, setName] = useState(firstName);
	function submit(event: FormEvent): void {
		event.preventDefault();
		if (name.trim() === '') return;
		save(name.trim()).catch(showError);
		onClose();
	}
	return (
		<Dialog
			title={title}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" type="submit" form="saved-search-form">
						{message('dialog.save')}
					</Button>
				</>
			}
		>
			<form id="saved-search-form" onSubmit={submit}>
				<TextField label={message('saved-search.name')} value={name} onChange={setName} maxLength={500} autoFocus />
			</form>
		</Dialog>
	);
}
