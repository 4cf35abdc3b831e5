import { Link } from '@tanstack/react-router';
import { formatInstant } from '#renderer/lib/format.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './JobList.module.css';
import { countsInWords } from './job-words.ts';

export function JobList({ jobs, shownId }: { jobs: readonly JobProgress[]; shownId: JobId | undefined }) {
	return (
		<ul className={styles.list} aria-label={message('adding.jobs')}>
			{jobs.map((job) => (
				<li key={job.id}>
					<Link
						to="/adding/{-$jobId}"
						params={{ jobId: job.id }}
						className={styles.job}
						aria-current={job.id === shownId ? 'true' : undefined}
					>
						<span className={styles.when}>{formatInstant(job.startedAt)}</span>
						<span>{message(`job.kind.${job.kind}`)}</span>
						<span className={styles.counts}>{countsInWords(job)}</span>
						{job.state === 'done' ? null : (
							<Chip tone={job.state === 'running' ? 'accent' : 'warn'}>{message(`job.state.${job.state}`)}</Chip>
						)}
					</Link>
				</li>
			))}
		</ul>
	);
}
