import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { showErrorWith, showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './JobStatus.module.css';
import { endInWords } from './job-words.ts';
import { useUploads } from './uploads.ts';

/** In the status bar: what is being added or verified now. Says what came of it at the end. */
export function JobStatus() {
	const { data: jobs = [] } = useQuery(queries.jobs.list());
	const uploads = useUploads();
	useEndToast();
	const running = jobs.find(({ state }) => state === 'running');
	if (running)
		return (
			<Link to="/adding/{-$jobId}" params={{ jobId: running.id }} className={styles.status}>
				<span>{message(`job.running.${running.kind}`, { done: running.done, total: running.total })}</span>
				<ProgressBar label={message(`job.kind.${running.kind}`)} done={running.done} total={running.total} />
			</Link>
		);
	if (uploads.total > 0)
		return (
			<span className={styles.status}>
				<span>{message('job.sending', uploads)}</span>
				<ProgressBar label={message('job.kind.add')} done={uploads.done} total={uploads.total} />
			</span>
		);
	return null;
}

function useEndToast(): void {
	const navigate = useNavigate();
	useEffect(
		() =>
			archive.on('jobs.changed', ({ job }) => {
				// Who brings in an edition is told by the call itself what came of it.
				if (job.state === 'running' || (job.kind === 'edition' && job.state === 'done')) return;
				const showReport = {
					label: message('job.show-report'),
					run: () => void navigate({ to: '/adding/{-$jobId}', params: { jobId: job.id } }),
				};
				// A stick that was full or is gone: what is safe, and what to do, must not wait for somebody to ask.
				if (job.error) showErrorWith(showReport, new AppError(job.error.code, job.error.detail));
				else showToast(endInWords(job), showReport);
			}),
		[navigate],
	);
}
