import { useQuery } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys, queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './SettingsPage.module.css';

/** The folder that is watched for the open archive, and how that goes; nothing where folders cannot be named. */
export function InboxFolderSettings() {
	const { data: folder } = useQuery(queries.inbox.folder());
	const isReadOnly = useIsReadOnly();
	if (!folder?.isOffered || !desktop) return null;
	const { path, state, reason, passedOver, passedOverCount } = folder;
	return (
		<SettingsSection title={message('inbox.folder.heading')}>
			<p className={styles.note}>{message('inbox.folder.text')}</p>
			<p className={styles.path} role="status">
				{path && state !== 'off' ? message(`inbox.state.${state}`, { folder: path, reason }) : ''}
			</p>
			{passedOverCount > 0 ? (
				<div>
					<p className={styles.note}>{message('inbox.passed-over', { count: passedOverCount })}</p>
					<ul className={styles.entries}>
						{passedOver.map(({ name, why }) => (
							<li key={name}>{message(`inbox.passed-over.${why}`, { name })}</li>
						))}
					</ul>
				</div>
			) : null}
			<div className={styles.buttons}>
				<Button isDisabled={isReadOnly} onPress={() => void choose().catch(showError)}>
					{message('inbox.folder.choose')}
				</Button>
				{path ? (
					<Button onPress={() => void watch(null).catch(showError)}>{message('inbox.folder.stop')}</Button>
				) : null}
			</div>
		</SettingsSection>
	);
}

async function choose(): Promise<void> {
	const [path] = (await desktop?.chooseFolder()) ?? [];
	if (path !== undefined) await watch(path);
}

async function watch(path: string | null): Promise<void> {
	queryClient.setQueryData(keys.inbox.folder(), await archive.calls.inbox.watch({ path }));
}
