import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { runCommand } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { JobId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './AddingPage.module.css';
import { JobList } from './JobList.tsx';
import { JobReport } from './JobReport.tsx';

/** Every job of this archive, and the report of one: each file accounted for. */
export function AddingPage() {
	const { jobId } = useParams({ strict: false }) as { jobId?: JobId };
	const { data: jobs, error } = useQuery(queries.jobs.list());
	if (error) return <ErrorNotice error={error} />;
	if (jobs?.length === 0)
		return (
			<EmptyState isPage title={message('adding.empty.title')} text={message('adding.empty.text')}>
				<Button variant="primary" onPress={() => runCommand('adding.files')}>
					{message('command.adding.files')}
				</Button>
				<Button onPress={() => runCommand('adding.folder')}>{message('command.adding.folder')}</Button>
			</EmptyState>
		);
	const shownId = jobId ?? jobs?.[0]?.id;
	return (
		<div className={styles.page}>
			<h1 className={styles.title}>{message('adding.title')}</h1>
			<JobList jobs={jobs ?? []} shownId={shownId} />
			{shownId ? <JobReport key={shownId} id={shownId} /> : null}
		</div>
	);
}
