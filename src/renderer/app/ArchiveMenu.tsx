import { useQuery } from '@tanstack/react-query';
import { Archive, ChevronDown } from 'lucide-react';
import { makeEncryptedArchive, openArchiveAt } from '#renderer/features/passphrase/index.ts';
import { fileNameOf } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu, MenuGroup, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './ArchiveMenu.module.css';
import { makeArchive, openArchive } from './archive-files.ts';

/** Which archive this is; opens another. */
export function ArchiveMenu() {
	const { data: status, isError } = useQuery(queries.archive.status());
	const { data: recent = [] } = useQuery(queries.archive.recent());
	const others = recent.filter(({ path }) => path !== status?.path);
	const title = isError ? message('archive.none') : (status?.title ?? '');
	const label = isError ? title : message('archive.menu', { title });
	return (
		<MenuTrigger>
			<Button variant="quiet" className={styles.button} aria-label={label}>
				<Archive size={15} aria-hidden className={styles.icon} />
				<span className={styles.name}>{title}</span>
				<ChevronDown size={13} aria-hidden />
			</Button>
			<Menu aria-label={label}>
				<MenuGroup title={readingCopy ? message('reading-copy.title') : status ? fileNameOf(status.path) : title}>
					{desktop ? (
						<MenuItem onAction={openArchive} command="archive.open">
							{message('command.archive.open')}
						</MenuItem>
					) : null}
					{desktop ? <MenuItem onAction={makeArchive}>{message('command.archive.new')}</MenuItem> : null}
					{readingCopy ? null : (
						<MenuItem onAction={() => void makeEncryptedArchive()}>{message('command.archive.new-encrypted')}</MenuItem>
					)}
					{status?.hasPassphrase ? (
						<MenuItem onAction={() => runCommand('archive.lock')} command="archive.lock">
							{message('command.archive.lock')}
						</MenuItem>
					) : null}
					{desktop && status ? (
						<MenuItem onAction={() => runCommand('archive.backup')} command="archive.backup">
							{message('command.archive.backup')}
						</MenuItem>
					) : null}
					{desktop && status ? (
						<MenuItem onAction={() => runCommand('archive.seal')} command="archive.seal">
							{message('command.archive.seal')}
						</MenuItem>
					) : null}
					{readingCopy ? (
						<MenuItem onAction={() => runCommand('notes.save')} command="notes.save">
							{message('command.notes.save')}
						</MenuItem>
					) : null}
					<MenuItem href="#/settings">{message('command.settings.open')}</MenuItem>
				</MenuGroup>
				{others.length > 0 ? (
					<MenuGroup title={message('archive.recent')}>
						{others.slice(0, 8).map(({ path, title }) => (
							<MenuItem key={path} textValue={title} onAction={() => void openArchiveAt(path)} hint={fileNameOf(path)}>
								{title}
							</MenuItem>
						))}
					</MenuGroup>
				) : null}
			</Menu>
		</MenuTrigger>
	);
}
