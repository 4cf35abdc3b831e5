import { useQuery } from '@tanstack/react-query';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { message } from '#shared/messages/messages.ts';
import { beginChange } from './change-store.ts';
import { lockArchive } from './lock.ts';
import styles from './passphrase.module.css';
import { type LockAfter, lockAfterChoices, useLockAfter } from './use-idle-lock.ts';

/** Whether the open archive has a passphrase, and when it is locked. */
export function PassphraseSettings() {
	const status = useArchiveStatus();
	if (!status) return null;
	const isFixed = status.readOnly !== 'none';
	return (
		<SettingsSection title={message('passphrase.title')}>
			<p className={styles.note}>{message(status.hasPassphrase ? 'passphrase.has' : 'passphrase.has-none')}</p>
			<div className={styles.buttons}>
				{(status.hasPassphrase ? (['change', 'remove'] as const) : (['set'] as const)).map((kind) => (
					<Button key={kind} isDisabled={isFixed} onPress={() => beginChange(kind)}>
						{message(`passphrase.${kind}`)}
					</Button>
				))}
			</div>
			<LeftFiles />
			{status.hasPassphrase ? <LockSettings /> : null}
		</SettingsSection>
	);
}

/** What a change of the passphrase left, and the person kept. */
function LeftFiles() {
	const { data: left = [] } = useQuery(queries.archive.left());
	if (left.length === 0) return null;
	return (
		<>
			<p className={styles.warning}>{message('passphrase.left', { count: left.length })}</p>
			<ul className={styles.paths}>
				{left.map((path) => (
					<li key={path}>{path}</li>
				))}
			</ul>
		</>
	);
}

function LockSettings() {
	const [minutes, setMinutes] = useLockAfter();
	return (
		<>
			<Select<`${LockAfter}`>
				label={message('lock.after')}
				value={`${minutes}`}
				onChange={(value) => setMinutes(Number(value) as LockAfter)}
				options={lockAfterChoices.map((value) => ({
					value: `${value}` as const,
					label: value === 0 ? message('lock.never') : message('lock.minutes', { count: value }),
				}))}
			/>
			<p className={styles.note}>{message('lock.text')}</p>
			<Button onPress={() => void lockArchive()}>{message('command.archive.lock')}</Button>
		</>
	);
}
