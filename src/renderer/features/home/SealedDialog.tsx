import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { fileNameOf } from '#renderer/lib/archive-status.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { RemovedHere, Sealed } from '#shared/domain/home.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { Digits } from './Digits.tsx';
import styles from './home.module.css';

interface SealedDialogProps {
	id: JobId;
	onClose(): void;
}

/** What was sealed, and what of it lies here still; removing that is asked once more. */
export function SealedDialog({ id, onClose }: SealedDialogProps) {
	const { data: sealed, error } = useQuery({ ...queries.home.sealed(), staleTime: 0, gcTime: 0 });
	const [isAsking, setAsking] = useState(false);
	const removing = useMutation({ mutationFn: () => archive.calls.home.removeOpen({ id }) });

	function leave(): void {
		onClose();
		// The archive is closed: whatever the window shows is of before.
		void queryClient.resetQueries();
	}

	if (removing.data && sealed) return <Removed removed={removing.data} file={namesOf(sealed)} onClose={leave} />;
	if (isAsking && sealed)
		return (
			<Dialog
				title={message('home.remove.title')}
				role="alertdialog"
				isOpen
				onClose={() => setAsking(false)}
				actions={
					<>
						<Button onPress={() => setAsking(false)} isDisabled={removing.isPending} autoFocus>
							{message('dialog.cancel')}
						</Button>
						<Button variant="danger" isDisabled={removing.isPending} onPress={() => removing.mutate()}>
							{message('home.remove.do')}
						</Button>
					</>
				}
			>
				<div className={styles.parts} aria-busy={removing.isPending}>
					<p>{message('home.remove.text', { file: namesOf(sealed), count: sealed.openHere.length })}</p>
					<Files paths={sealed.openHere} />
					{removing.error ? <ErrorNotice error={removing.error} /> : null}
				</div>
			</Dialog>
		);
	return (
		<Dialog
			title={message('home.sealed.title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					{sealed?.isCurrent && sealed.openHere.length > 0 ? (
						<Button onPress={() => setAsking(true)}>{message('home.remove')}</Button>
					) : null}
					<Button variant="primary" onPress={onClose} autoFocus>
						{message('dialog.close')}
					</Button>
				</>
			}
		>
			{error ? <ErrorNotice error={error} /> : null}
			{sealed ? <Facts sealed={sealed} /> : null}
		</Dialog>
	);
}

/** One file, or the parts of a package. */
function namesOf({ files }: Sealed): string {
	return files.map(({ path }) => fileNameOf(path)).join(', ');
}

function Facts({ sealed }: { sealed: Sealed }) {
	const { files, recipient, isCurrent, openHere } = sealed;
	return (
		<div className={styles.parts}>
			<p role="status">{message('home.sealed.text', { file: namesOf(sealed) })}</p>
			<Digits label={message('home.key')} value={recipient} />
			{files.map(({ path, sha256 }) => (
				<Digits
					key={path}
					label={
						files.length === 1
							? message('home.sealed.digest')
							: message('home.sealed.digest-of', { file: fileNameOf(path) })
					}
					value={sha256}
				/>
			))}
			{isCurrent ? null : <p className={styles.warning}>{message('home.sealed.changed')}</p>}
			{openHere.length > 0 ? (
				<div className={styles.warning}>
					<p>{message('home.sealed.still-here', { count: openHere.length })}</p>
					<Files paths={openHere} />
				</div>
			) : null}
		</div>
	);
}

function Files({ paths }: { paths: readonly string[] }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard
		<ul className={styles.files} tabIndex={0}>
			{paths.map((path) => (
				<li key={path}>{path}</li>
			))}
		</ul>
	);
}

function Removed({
	removed: { removed, left },
	file,
	onClose,
}: {
	removed: RemovedHere;
	file: string;
	onClose(): void;
}) {
	return (
		<Dialog
			title={message('home.removed.title')}
			role="alertdialog"
			isOpen
			actions={
				<Button variant="primary" onPress={onClose} autoFocus>
					{message('dialog.close')}
				</Button>
			}
		>
			<div className={styles.parts}>
				<p role="status">{message('home.removed.text', { count: removed.length, file })}</p>
				{left.length > 0 ? (
					<p className={styles.warning}>{message('home.removed.left', { files: left.join(', ') })}</p>
				) : null}
			</div>
		</Dialog>
	);
}
