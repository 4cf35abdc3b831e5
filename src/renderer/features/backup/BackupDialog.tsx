import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { NewPassphrase, useNewPassphrase } from '#renderer/features/passphrase/index.ts';
import { fileStemOf, useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './backup.module.css';
import { startBackup } from './start-backup.ts';

/** Answers the command that backs up; an archive without a passphrase is asked for one first. */
export function BackupDialog() {
	const status = useArchiveStatus();
	const [isOpen, setOpen] = useState(false);
	useCommand(
		'archive.backup',
		() => {
			if (status?.hasPassphrase) void startBackup(status).catch(showError);
			else setOpen(true);
		},
		desktop !== undefined && status !== undefined,
	);
	const close = () => setOpen(false);
	return (
		<Dialog title={message('command.archive.backup')} isOpen={isOpen && status !== undefined} onClose={close}>
			{isOpen && status ? <BackupForm status={status} onClose={close} /> : null}
		</Dialog>
	);
}

function BackupForm({ status, onClose }: { status: ArchiveStatus; onClose(): void }) {
	const name = fileStemOf(status.path);
	const { draft, isReady, set } = useNewPassphrase(name);
	const starting = useMutation({
		mutationFn: () => startBackup(status, draft.passphrase),
		onSuccess: (hasStarted) => hasStarted && onClose(),
	});

	function start(event: FormEvent): void {
		event.preventDefault();
		if (isReady && !starting.isPending) starting.mutate();
	}

	return (
		<form className={styles.form} onSubmit={start}>
			<p>{message('backup.dialog-text')}</p>
			<NewPassphrase name={name} draft={draft} set={set} isFirst />
			{starting.error ? <ErrorNotice error={starting.error} /> : null}
			<div className={styles.buttons}>
				<Button type="submit" variant="primary" isDisabled={!isReady || starting.isPending}>
					{message('backup.start')}
				</Button>
				<Button onPress={onClose}>{message('dialog.cancel')}</Button>
			</div>
		</form>
	);
}
