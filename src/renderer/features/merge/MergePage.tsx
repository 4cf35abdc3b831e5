import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useFocusAtHeading } from '#renderer/lib/heading-focus.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { FileSource } from '#shared/api/file-source.ts';
import { AppError, asksForKey, asksForPassphrase } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { MergePreview as Preview } from '#shared/domain/merge.ts';
import { message } from '#shared/messages/messages.ts';
import { KeyForm } from './KeyForm.tsx';
import styles from './MergePage.module.css';
import { MergePreview } from './MergePreview.tsx';
import { chooseOther, followMerge, leaveMerge, lookInto, type MergeKey, useMerge } from './merge-store.ts';
import { totalsOf } from './merge-words.ts';
import { PassphraseForm } from './PassphraseForm.tsx';

/** Brings in another copy of the archive: choose it, see what it brings, merge, and undo if it was not meant. */
export function MergePage() {
	const state = useMerge();
	useEffect(followMerge, []);
	useFocusAtHeading(state.stage);
	switch (state.stage) {
		case 'none':
			return (
				<EmptyState isPage title={message('merge.title')} text={message('merge.text')}>
					<ChooseButton />
				</EmptyState>
			);
		case 'failed': {
			const asks = asksForPassphrase(state.error) || asksForKey(state.error);
			return (
				<div className={styles.page}>
					<h1 className={styles.title}>{message('merge.title')}</h1>
					<ErrorNotice error={state.error} onRetry={asks ? undefined : retryOf(state.source)} />
					{state.source ? <Opening source={state.source} error={state.error} /> : null}
					<p>
						<ChooseButton isFirst={!asks} />
					</p>
				</div>
			);
		}
		case 'reading':
			return (
				<div className={styles.page}>
					<h1 className={styles.title}>{message('merge.reading', { file: state.file })}</h1>
					<ProgressBar label={message('merge.reading', { file: state.file })} done={state.done} total={state.total} />
					{state.total > 0 ? (
						<p role="status">{message(`merge.read-${state.unit}`, { done: state.done, total: state.total })}</p>
					) : null}
					<p>
						<Button onPress={() => void leaveMerge().catch(showError)}>{message('merge.cancel')}</Button>
					</p>
				</div>
			);
		case 'preview':
			return <MergePreview id={state.id} preview={state.preview} />;
		case 'merging':
			return <Merging id={state.id} preview={state.preview} />;
	}
}

/** What lies on this machine can be mended there, and read again; what a browser sent is here once. */
function retryOf(source: FileSource | undefined): (() => void) | undefined {
	return source?.kind === 'path' ? () => void lookInto(source).catch(showError) : undefined;
}

/** Asks for what opens something encrypted; nothing where that is not what failed. */
function Opening({ source, error }: { source: FileSource; error: unknown }) {
	const open = (key: MergeKey) => void lookInto(source, key).catch(showError);
	if (asksForPassphrase(error)) return <PassphraseForm label={message('merge.passphrase')} onOpen={open} />;
	return asksForKey(error) ? <KeyForm text={message('merge.key.text')} onOpen={open} /> : null;
}

/** @param props.isFirst there is nothing better to do here */
function ChooseButton({ isFirst = true }: { isFirst?: boolean }) {
	return (
		<Button variant={isFirst ? 'primary' : 'plain'} onPress={() => void chooseOther().catch(showError)}>
			{message('merge.choose')}
		</Button>
	);
}

function Merging({ id, preview }: { id: JobId; preview: Preview }) {
	const { data: job } = useQuery({ ...queries.jobs.get({ id }), retry: true });
	useFocusAtHeading(job?.state ?? 'running');
	if (!job || job.state === 'running')
		return (
			<div className={styles.page}>
				<h1 className={styles.title}>{message('merge.running', { file: preview.file })}</h1>
				<ProgressBar
					label={message('merge.running', { file: preview.file })}
					done={job?.done ?? 0}
					total={job?.total ?? 0}
				/>
				<p>
					<Button onPress={() => void archive.calls.jobs.cancel({ id }).catch(showError)}>
						{message('merge.cancel')}
					</Button>
				</p>
			</div>
		);
	const isDone = job.state === 'done';
	return (
		<div className={styles.page}>
			<h1 className={styles.title}>{message(isDone ? 'merge.done.title' : 'merge.cancelled.title')}</h1>
			{job.error ? <ErrorNotice error={new AppError(job.error.code, job.error.detail)} /> : null}
			<p role="status">{isDone ? message('merge.done.text', totalsOf(preview)) : message('merge.cancelled.text')}</p>
			<p className={styles.actions}>
				{isDone ? <Outcome preview={preview} id={id} /> : null}
				<Button onPress={() => void leaveMerge().catch(showError)}>{message('merge.leave-done')}</Button>
			</p>
		</div>
	);
}

function Outcome({ id, preview }: { id: JobId; preview: Preview }) {
	const undo = undoAction();
	return (
		<>
			{totalsOf(preview).conflict > 0 ? <Link to="/conflicts">{message('conflicts.show')}</Link> : null}
			<Link to="/adding/{-$jobId}" params={{ jobId: id }}>
				{message('job.show-report')}
			</Link>
			<Button
				onPress={() => {
					undo.run();
					void leaveMerge().catch(showError);
				}}
			>
				{undo.label}
			</Button>
		</>
	);
}
