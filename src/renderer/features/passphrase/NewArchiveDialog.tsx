import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { fileStemOf } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { message } from '#shared/messages/messages.ts';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
import styles from './passphrase.module.css';

/** Where the new archive is to lie; null while none is being made. */
const useNewArchive = create<{ path: string | null }>(() => ({ path: null }));
const close = () => useNewArchive.setState({ path: null });

/** Asks where a new archive with a passphrase is to lie, and then for the passphrase. */
export async function makeEncryptedArchive(): Promise<void> {
	const path = await desktop?.chooseSavePath(`${message('archive.new-name')}.lectern`);
	if (path) useNewArchive.setState({ path });
}

export function NewArchiveDialog() {
	const { path } = useNewArchive();
	return (
		<Dialog title={message('passphrase.new-archive')} isOpen={path !== null} onClose={close}>
			{path === null ? null : <NewArchiveForm path={path} />}
		</Dialog>
	);
}

function NewArchiveForm({ path }: { path: string }) {
	const title = fileStemOf(path);
	const { draft, isReady, set } = useNewPassphrase(title);
	const making = useMutation({
		mutationFn: () => archive.calls.archive.create({ path, title, passphrase: draft.passphrase }),
		onSuccess: close,
	});

	function make(event: FormEvent): void {
		event.preventDefault();
		if (isReady && !making.isPending) making.mutate();
	}

	return (
		<form className={styles.form} onSubmit={make}>
			<p>{message('passphrase.what')}</p>
			<NewPassphrase name={title} draft={draft} set={set} isFirst />
			{making.error ? <ErrorNotice error={making.error} /> : null}
			<div className={styles.buttons}>
				<Button type="submit" variant="primary" isDisabled={!isReady || making.isPending}>
					{message('passphrase.make')}
				</Button>
				<Button onPress={close}>{message('dialog.cancel')}</Button>
			</div>
		</form>
	);
}
