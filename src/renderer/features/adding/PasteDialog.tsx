import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ClipboardEvent, type FormEvent, useId, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { base64Of, bytesInBase64 } from '#renderer/lib/base64.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { formatBytes } from '#renderer/lib/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { longestPasted } from '#shared/api/jobs-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './PasteDialog.module.css';
import { pastedFile } from './pasted-file.ts';

/** Takes a text or a picture that is in no file. */
export function PasteDialog() {
	const [isOpen, setIsOpen] = useState(false);
	useCommand('adding.paste', () => setIsOpen(true), !useIsReadOnly());
	return isOpen ? <OpenDialog onClose={() => setIsOpen(false)} /> : null;
}

function OpenDialog({ onClose }: { onClose(): void }) {
	const formId = useId();
	const [text, setText] = useState('');
	const [picture, setPicture] = useState<File | null>(null);
	const [title, setTitle] = useState('');
	const [source, setSource] = useState('');
	const isEmpty = picture === null && text.trim() === '';
	// What was typed stands until it is taken: it is nowhere else.
	const add = useMutation({ mutationFn: addPasted });

	/** Never in place of a text: spreadsheets put a picture of the cells beside their text. */
	function takePicture(event: ClipboardEvent): void {
		const { files, types } = event.clipboardData;
		if (text.trim() !== '' || types.includes('text/plain')) return;
		const pasted = [...files].find(({ type }) => type.startsWith('image/'));
		if (!pasted) return;
		event.preventDefault();
		setPicture(pasted);
	}

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (isEmpty || add.isPending) return;
		const pasted = { content: picture ?? text, title: title.trim(), source: source.trim() };
		add.mutate(pasted, { onSuccess: onClose });
	}

	return (
		<Dialog
			title={message('adding.paste.title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" type="submit" form={formId} isDisabled={isEmpty || add.isPending}>
						{message('adding.paste.add')}
					</Button>
				</>
			}
		>
			<form id={formId} className={styles.form} onSubmit={submit} onPaste={takePicture}>
				{picture ? (
					<p className={styles.picture} role="status">
						{message('adding.paste.picture', { type: picture.type, size: formatBytes(picture.size) })}
						<IconButton autoFocus label={message('adding.paste.remove-picture')} onPress={() => setPicture(null)}>
							<X size={14} />
						</IconButton>
					</p>
				) : (
					<TextArea
						label={message('adding.paste.text')}
						hint={message('adding.paste.hint')}
						rows={8}
						autoFocus
						value={text}
						onChange={setText}
					/>
				)}
				<TextField label={message('record.field.title')} value={title} onChange={setTitle} />
				<TextField
					label={message('record.field.source')}
					hint={message('adding.paste.source-hint')}
					value={source}
					onChange={setSource}
				/>
				{add.error ? <ErrorNotice error={add.error} /> : null}
			</form>
		</Dialog>
	);
}

interface Pasted {
	content: string | File;
	/** Both '' where nothing is said. */
	title: string;
	source: string;
}

async function addPasted({ content, title, source }: Pasted): Promise<void> {
	const file = pastedFile(content, title);
	const mostBytes = longestPasted * bytesInBase64;
	if (file.size > mostBytes) {
		const reason = message('import.reason.too-large', { megabytes: Math.floor(mostBytes / 1e6) });
		throw new AppError('unreadable-file', { file: file.name, reason });
	}
	const fields = { ...(title !== '' && { title }), ...(source !== '' && { source }) };
	await archive.calls.jobs.addPasted({ id: newId<JobId>(), name: file.name, base64: await base64Of(file), fields });
}
