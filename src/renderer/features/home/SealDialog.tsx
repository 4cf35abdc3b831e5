import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { AskingToSeal } from './AskingToSeal.tsx';
import styles from './home.module.css';
import { SealedDialog } from './SealedDialog.tsx';

type Stage = { stage: 'none' } | { stage: 'asking' } | { stage: 'sealing'; id: JobId };

/** Answers the command that seals to home, from the question to what lies here still when it is done. */
export function SealDialog() {
	const status = useArchiveStatus();
	const [state, setState] = useState<Stage>({ stage: 'none' });
	useCommand('archive.seal', () => setState({ stage: 'asking' }), desktop !== undefined && status !== undefined);
	const close = () => setState({ stage: 'none' });
	if (state.stage === 'none') return null;
	if (state.stage === 'asking')
		return <AskingToSeal onStarted={(id) => setState({ stage: 'sealing', id })} onClose={close} />;
	return <Sealing id={state.id} onClose={close} />;
}

function Sealing({ id, onClose }: { id: JobId; onClose(): void }) {
	const { data: job } = useQuery({ ...queries.jobs.get({ id }), retry: true });
	if (job?.state === 'done') return <SealedDialog id={id} onClose={onClose} />;
	const isRunning = !job || job.state === 'running';
	return (
		<Dialog
			title={message('job.kind.seal')}
			isOpen
			{...(!isRunning && { onClose })}
			actions={
				isRunning ? (
					<Button onPress={() => void archive.calls.jobs.cancel({ id }).catch(showError)}>
						{message('dialog.cancel')}
					</Button>
				) : (
					<Button onPress={onClose}>{message('dialog.close')}</Button>
				)
			}
		>
			<div className={styles.parts} role="status">
				{isRunning ? (
					<>
						<p>{message('job.running.seal', { done: job?.done ?? 0, total: job?.total ?? 0 })}</p>
						<ProgressBar label={message('job.kind.seal')} done={job?.done ?? 0} total={job?.total ?? 0} />
					</>
				) : (
					<p>{message('home.seal.cancelled')}</p>
				)}
				{job?.error ? <ErrorNotice error={new AppError(job.error.code, job.error.detail)} /> : null}
			</div>
		</Dialog>
	);
}
