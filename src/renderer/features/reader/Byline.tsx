import { Volume2 } from 'lucide-react';
import { KeepButton } from '#renderer/features/reading-list/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { bylineWords } from './byline-words.ts';
import styles from './ReaderPage.module.css';

interface BylineProps {
	record: RecordDetail;
	edition: Edition | null;
}

/** Under the title: what the record is, and what one does with it as a whole. */
export function Byline({ record, edition }: BylineProps) {
	return (
		<div className={styles.byline}>
			<p>{bylineWords(record, edition)}</p>
			<KeepButton id={record.id} />
			{edition && (
				<IconButton
					label={message('command.aloud.toggle')}
					command="aloud.toggle"
					onPress={() => runCommand('aloud.toggle')}
				>
					<Volume2 size={15} />
				</IconButton>
			)}
		</div>
	);
}
