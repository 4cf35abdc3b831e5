import { type FormEvent, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { fileStemOf, useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useFocusAtHeadingAfterwards } from '#renderer/lib/heading-focus.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import { type Change, changePassphrase, closeChange, useChange } from './change-store.ts';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
import styles from './passphrase.module.css';

type At<S extends Change['stage']> = Extract<Change, { stage: S }>;

/** Sets, changes or removes the passphrase of the open archive: asks, shows how far it is, and says what is left. */
export function ChangeDialog() {
	const change = useChange();
	const path = useArchiveStatus()?.path;
	return (
		<Dialog
			title={change.stage === 'none' ? '' : message(`passphrase.${change.kind}`)}
			isOpen={change.stage !== 'none'}
			// While it runs, it is ended by its own button.
			onClose={() => change.stage !== 'running' && closeChange()}
		>
			{change.stage === 'asking' && path ? <Asking change={change} path={path} /> : null}
			{change.stage === 'running' ? <Running change={change} /> : null}
			{change.stage === 'done' ? <Done change={change} /> : null}
		</Dialog>
	);
}

function Asking({ change: { kind, error }, path }: { change: At<'asking'>; path: string }) {
	const name = fileStemOf(path);
	const [current, setCurrent] = useState('');
	const { draft, isReady: isNewReady, set } = useNewPassphrase(name);
	const isReady = (kind === 'set' || current !== '') && (kind === 'remove' || isNewReady);

	function start(event: FormEvent): void {
		event.preventDefault();
		if (isReady) void changePassphrase(kind, current, kind === 'remove' ? null : draft.passphrase);
	}

	return (
		<form className={styles.form} onSubmit={start}>
			<p>{message(kind === 'remove' ? 'passphrase.remove-text' : 'passphrase.what')}</p>
			<p className={styles.note}>{message('passphrase.how')}</p>
			{kind === 'set' ? null : (
				<TextField
					type="password"
					autoComplete="off"
					autoFocus
					label={message('passphrase.current')}
					value={current}
					onChange={setCurrent}
				/>
			)}
			{kind === 'remove' ? null : <NewPassphrase name={name} draft={draft} set={set} isFirst={kind === 'set'} />}
			{error ? <ErrorNotice error={error} /> : null}
			<div className={styles.buttons}>
				<Button type="submit" variant={kind === 'remove' ? 'danger' : 'primary'} isDisabled={!isReady}>
					{message(`passphrase.${kind}`)}
				</Button>
				<Button onPress={closeChange}>{message('dialog.cancel')}</Button>
			</div>
		</form>
	);
}

function Running({ change: { done, total } }: { change: At<'running'> }) {
	const isChecking = total > 0 && done >= total / 2;
	const label = message(isChecking ? 'passphrase.comparing' : 'passphrase.rewriting');
	return (
		<div className={styles.form}>
			<p role="status">{label}</p>
			<ProgressBar label={label} done={done} total={total} />
			<div className={styles.buttons}>
				<Button autoFocus onPress={() => archive.calls.archive.cancelPassphrase().catch(showError)}>
					{message('dialog.cancel')}
				</Button>
			</div>
		</div>
	);
}

function Done({ change: { kind, left } }: { change: At<'done'> }) {
	useFocusAtHeadingAfterwards();
	async function remove(): Promise<void> {
		try {
			await archive.calls.archive.removeLeft();
			await queryClient.invalidateQueries({ queryKey: keys.archive.left() });
			closeChange();
			showToast(message('passphrase.left-removed'));
		} catch (error) {
			showError(error);
		}
	}

	return (
		<div className={styles.form}>
			<p role="status">{message(`passphrase.done-${kind}`)}</p>
			<p>{message('passphrase.left', { count: left.length })}</p>
			<ul className={styles.paths}>
				{left.map((path) => (
					<li key={path}>{path}</li>
				))}
			</ul>
			<p className={styles.warning}>{message(kind === 'set' ? 'passphrase.left-plain' : 'passphrase.left-other')}</p>
			<div className={styles.buttons}>
				<Button variant="danger" onPress={() => void remove()}>
					{message('passphrase.remove-left', { count: left.length })}
				</Button>
				<Button autoFocus onPress={closeChange}>
					{message('passphrase.keep-left', { count: left.length })}
				</Button>
			</div>
		</div>
	);
}
