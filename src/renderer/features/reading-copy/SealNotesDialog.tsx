import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { ReadingCopyBridge } from '#shared/api/copy-bridge.ts';
import { message } from '#shared/messages/messages.ts';
import { compareSealed, saveSealed } from './copy-notes.ts';
import styles from './reading-copy.module.css';

/** Answers the command that seals the notes of a copy for home, where the copy knows it. */
export function SealNotesDialog() {
	return readingCopy ? <Answering copy={readingCopy} /> : null;
}

function Answering({ copy }: { copy: ReadingCopyBridge }) {
	const { data: home } = useCopyHome(copy);
	const [isShown, setShown] = useState(false);
	useCommand('notes.seal', () => setShown(true), Boolean(home));
	return isShown && home ? <Sealing copy={copy} home={home} onClose={() => setShown(false)} /> : null;
}

/** Public key of the home of a copy; null where it knows none. */
export function useCopyHome(copy: ReadingCopyBridge) {
	return useQuery({ queryKey: ['copy', 'home'], queryFn: () => copy.home() });
}

interface SealingProps {
	copy: ReadingCopyBridge;
	home: string;
	onClose(): void;
}

/** Saved, chosen again and compared: "sealed" is said of what was found on the disk. */
function Sealing({ copy, home, onClose }: SealingProps) {
	const { data: notes } = useQuery(queries.annotations.list({}));
	const saving = useMutation({ mutationFn: () => saveSealed(copy) });
	const comparing = useMutation({ mutationFn: () => compareSealed(copy), onError: showError });
	const compared = comparing.data ?? null;
	const isDone = compared?.isSealed === true;

	async function remove(): Promise<void> {
		await copy.removeNotes();
		onClose();
		showToast(message('reading-copy.sealing.removed'));
	}

	function words(): ReactNode {
		if (isDone) return <p>{message('reading-copy.sealing.done', { file: compared.file })}</p>;
		if (saving.data === undefined) return <p>{message('reading-copy.sealing.text')}</p>;
		return (
			<>
				<p>{message('reading-copy.sealing.check-text', { file: saving.data })}</p>
				{compared ? (
					<p className={styles.warning} role="alert">
						{message('reading-copy.sealing.differs', { file: compared.file })}
					</p>
				) : null}
			</>
		);
	}

	function actions(): ReactNode {
		if (isDone)
			return (
				<>
					<Button variant="danger" onPress={() => void remove().catch(showError)}>
						{message('reading-copy.sealing.remove')}
					</Button>
					<Button variant="primary" onPress={onClose} autoFocus>
						{message('dialog.close')}
					</Button>
				</>
			);
		const isSaved = saving.data !== undefined;
		return (
			<>
				<Button
					variant={isSaved ? 'plain' : 'primary'}
					isDisabled={saving.isPending || notes?.length === 0}
					onPress={() => saving.mutate()}
				>
					{message(isSaved ? 'reading-copy.sealing.again' : 'reading-copy.sealing.save')}
				</Button>
				{isSaved ? (
					<Button variant="primary" onPress={() => comparing.mutate()}>
						{message('reading-copy.sealing.check')}
					</Button>
				) : null}
			</>
		);
	}

	return (
		<Dialog
			title={message(isDone ? 'home.sealed.title' : 'command.notes.seal')}
			isOpen
			onClose={onClose}
			actions={actions()}
		>
			<div className={styles.fields}>
				<div role="status" className={styles.fields}>
					{words()}
				</div>
				{notes?.length === 0 ? <p className={styles.hint}>{message('reading-copy.sealing.none')}</p> : null}
				<dl className={styles.facts}>
					<dt>{message('home.key')}</dt>
					<dd>
						<code className={styles.digest}>{home}</code>
					</dd>
				</dl>
				{saving.error ? <ErrorNotice error={saving.error} /> : null}
			</div>
		</Dialog>
	);
}
