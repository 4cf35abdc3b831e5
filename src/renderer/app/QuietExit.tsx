import { Minimize2 } from 'lucide-react';
import { leaveQuietReading } from '#renderer/features/reader/index.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './QuietExit.module.css';

/** The way out for a hand: keys have Escape. */
export function QuietExit() {
	return (
		<div className={styles.corner}>
			<IconButton label={message('quiet.leave')} command="reading.quiet" onPress={leaveQuietReading}>
				<Minimize2 size={16} />
			</IconButton>
		</div>
	);
}
