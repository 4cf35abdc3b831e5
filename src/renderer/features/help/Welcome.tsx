import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { isStarterArchive, useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { tourClosedKey } from './tour/tour-store.ts';
import styles from './Welcome.module.css';

/** Above the starter archive until it is closed: what this is, and the ways on from here. */
export function Welcome({ records }: { records: readonly RecordSummary[] }) {
	const status = useArchiveStatus();
	const [isClosed, setClosed, isLoaded] = useProfile('welcome-closed', false);
	const [isTourClosed] = useProfile(tourClosedKey, false);
	const navigate = useNavigate();
	if (!isLoaded || isClosed || !status || !isStarterArchive(status)) return null;
	const first = records.find(({ holding }) => holding === 'held');
	return (
		<section aria-label={message('welcome.title')} className={styles.card}>
			<div className={styles.words}>
				<h2 className={styles.title}>{message('welcome.title')}</h2>
				<p className={styles.text}>{message('welcome.text')}</p>
			</div>
			<div className={styles.ways}>
				{first ? (
					<Button
						variant="primary"
						onPress={() =>
							void navigate({
								to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
								params: { recordId: first.id },
							})
						}
					>
						{message('welcome.read')}
					</Button>
				) : null}
				{desktop ? (
					<>
						<Button onPress={() => runCommand('archive.new')}>{message('command.archive.new')}</Button>
						<Button onPress={() => runCommand('archive.open')}>{message('command.archive.open')}</Button>
					</>
				) : null}
				{isTourClosed ? null : <Button onPress={() => runCommand('help.tour')}>{message('command.help.tour')}</Button>}
				<Button onPress={() => runCommand('help.open')}>{message('command.help.open')}</Button>
			</div>
			<IconButton label={message('welcome.close')} className={styles.close} onPress={() => setClosed(true)}>
				<X size={16} />
			</IconButton>
		</section>
	);
}
