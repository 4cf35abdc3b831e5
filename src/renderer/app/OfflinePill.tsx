import { DialogTrigger } from 'react-aria-components';
import { useConnection } from '#renderer/lib/connection.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { useRefusedRequests } from '#renderer/lib/refused-requests.ts';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './OfflinePill.module.css';

const offlineText = readingCopy ? 'offline.text-copy' : desktop ? 'offline.text' : 'offline.text-browser';

/** That nothing leaves the machine, and the count that proves it. */
export function OfflinePill() {
	const refused = useRefusedRequests(({ count }) => count);
	const isLost = useConnection(({ state }) => state === 'lost');
	const label = isLost
		? message('connection.lost')
		: refused
			? message('offline.refused', { count: refused })
			: message(desktop || readingCopy ? 'offline.pill' : 'offline.pill-browser');
	return (
		<DialogTrigger>
			<ChipButton tone={isLost ? 'danger' : refused ? 'warn' : 'ok'}>
				<span className={styles.dot} aria-hidden />
				<span className={styles.label}>{label}</span>
			</ChipButton>
			<Popover label={message('offline.title')} placement="bottom end">
				<p className={styles.text}>{message(offlineText)}</p>
				{refused === null ? null : <p className={styles.text}>{message('status.refused', { count: refused })}</p>}
			</Popover>
		</DialogTrigger>
	);
}
