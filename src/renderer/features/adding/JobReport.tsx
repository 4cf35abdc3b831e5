import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { askForReceipt } from '#renderer/features/receipts/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { keys, queries } from '#renderer/lib/query-keys.ts';
import { useSettled } from '#renderer/lib/use-settled.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { ReportFilter } from '#shared/api/jobs-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { ItemTable } from './ItemTable.tsx';
import styles from './JobReport.module.css';
import { canRetry, countsInWords, hasReceived, hasWithdrawn } from './job-words.ts';
import { ReportFilters } from './ReportFilters.tsx';
import { saveReport } from './save-report.ts';

const pageLength = 200;

export function JobReport({ id }: { id: JobId }) {
	const [filter, setFilter] = useState<ReportFilter>({});
	const asked = useSettled(filter);
	const { data: job, error } = useQuery(queries.jobs.get({ id }));
	const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
		queryKey: [...keys.jobs.items(), { id, ...asked }],
		queryFn: ({ pageParam }) => archive.calls.jobs.items({ id, offset: pageParam, limit: pageLength, ...asked }),
		initialPageParam: 0,
		// While somebody types what to look for, the entries before stay.
		placeholderData: keepPreviousData,
		getNextPageParam: (page, pages) => {
			const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
			return shown < page.total && page.items.length > 0 ? shown : undefined;
		},
	});
	if (error) return <ErrorNotice error={error} />;
	if (!job) return null;
	const items = data?.pages.flatMap((page) => page.items) ?? [];
	const total = data?.pages[0]?.total ?? 0;
	const isFiltered = filter.outcomes !== undefined || filter.words !== undefined;
	return (
		<section className={styles.report} aria-label={message('adding.report')}>
			<JobHead job={job} />
			{job.isUnkept ? <p className={styles.counts}>{message('job.unkept')}</p> : null}
			{job.error ? <ErrorNotice error={new AppError(job.error.code, job.error.detail)} /> : null}
			{job.kind === 'purge' && job.state === 'interrupted' ? (
				<p className={styles.counts}>{message('purge.traces')}</p>
			) : null}
			{isFiltered || job.done > 1 ? <ReportFilters counts={job.counts} filter={filter} onChange={setFilter} /> : null}
			<p className={styles.counts} role="status">
				{isFiltered ? message('adding.filter.passing', { count: total, all: job.done }) : ''}
			</p>
			<ItemTable kind={job.kind} items={items} />
			{hasNextPage ? (
				<Button onPress={() => void fetchNextPage()}>
					{message('adding.show-more', { count: total - items.length })}
				</Button>
			) : null}
		</section>
	);
}

function JobHead({ job }: { job: JobProgress }) {
	const navigate = useNavigate();
	const router = useRouter();
	const { id } = job;

	async function retry(takesWithdrawn = false): Promise<void> {
		const { pathname } = router.state.location;
		const jobId = await archive.calls.jobs.retry({ id, takesWithdrawn });
		// Whoever has gone elsewhere meanwhile is not fetched back.
		if (router.state.location.pathname !== pathname) return;
		await navigate({ to: '/adding/{-$jobId}', params: { jobId } });
	}

	return (
		<header className={styles.head}>
			<div className={styles.words}>
				<h2 className={styles.title}>
					{message(`job.kind.${job.kind}`)}, {formatInstant(job.startedAt)}
				</h2>
				<p className={styles.counts} aria-live="polite">
					{countsInWords(job) || message(`job.state.${job.state}`)}
				</p>
			</div>
			{job.state === 'running' ? (
				<div className={styles.running}>
					<span className={styles.current}>{job.current}</span>
					<ProgressBar label={message(`job.kind.${job.kind}`)} done={job.done} total={job.total} />
					<span>{message(`job.running.${job.kind}`, { done: job.done, total: job.total })}</span>
					<Button onPress={() => void archive.calls.jobs.cancel({ id }).catch(showError)}>
						{message('adding.cancel')}
					</Button>
				</div>
			) : null}
			{job.state !== 'running' && job.done > 0 ? (
				<Button onPress={() => void saveReport(job).catch(showError)}>{message('job.save-report')}</Button>
			) : null}
			{hasReceived(job) ? (
				<Button onPress={() => askForReceipt({ jobId: id })}>{message('command.receipt.make')}</Button>
			) : null}
			{hasWithdrawn(job) ? (
				<Button onPress={() => void retry(true).catch(showError)}>{message('adding.take-withdrawn')}</Button>
			) : null}
			{canRetry(job) ? <Button onPress={() => void retry().catch(showError)}>{message('adding.retry')}</Button> : null}
		</header>
	);
}
