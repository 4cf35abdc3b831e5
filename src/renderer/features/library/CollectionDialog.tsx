import { type FormEvent, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { Collection } from '#shared/domain/collection.ts';
import { type CollectionId, newId, type RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

interface CollectionDialogProps {
	/** The one to rename; absent for a new one. */
	collection?: Collection;
	parentId?: CollectionId;
	/** Put into the new one at once. */
	recordIds?: RecordId[];
	onClose(): void;
}

export function CollectionDialog({ collection, parentId, recordIds = [], onClose }: CollectionDialogProps) {
	const [name, setName] = useState(collection?.name ?? '');

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (name.trim() === '') return;
		save(name.trim()).catch(showError);
		onClose();
	}

	async function save(newName: string): Promise<void> {
		if (collection) {
			await archive.calls.collections.rename({ id: collection.id, name: newName, revision: collection.revision });
			return;
		}
		const id = newId<CollectionId>();
		await archive.calls.collections.add({ id, name: newName, parentId: parentId ?? null });
		if (recordIds.length > 0) await archive.calls.collections.addRecords({ id, recordIds });
	}

	return (
		<Dialog
			title={message(collection ? 'collection.rename' : 'collection.new')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" type="submit" form="collection-form">
						{message('dialog.save')}
					</Button>
				</>
			}
		>
			<form id="collection-form" onSubmit={submit}>
				<TextField label={message('collection.name')} value={name} onChange={setName} autoFocus />
			</form>
		</Dialog>
	);
}
