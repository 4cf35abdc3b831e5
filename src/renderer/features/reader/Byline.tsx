import { Volume2 } from 'lucide-react';
import { KeepButton } from '#renderer/features/reading-list/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import styles from './ReaderPage.module.css';
import { minutesToRead } from './reading-time.ts';

interface BylineProps {
	record: RecordDetail;
	edition: Edition | null;
}

/** Under the title: what it is, by whom, of when, in what language, and how long it takes to read. */
export function Byline({ record, edition }: BylineProps) {
	const creators = record.creators.map(({ name, certainty }) =>
		certainty === 'stated' ? name : message(`reader.creator.${certainty}`, { name }),
	);
	const date = record.dates[0];
	const parts = [
		recordKindName(record.kind),
		...(creators.length > 0 ? [creators.join(', ')] : []),
		...(date ? [dateWords(date.edtf, date.inferred)] : []),
		...(edition && edition.language !== 'und' && edition.language !== '' ? [languageName(edition.language)] : []),
		...(edition ? [message('reader.minutes', { count: minutesToRead(edition.wordCount) })] : []),
	];
	return (
		<div className={styles.byline}>
			<p>{parts.join(' · ')}</p>
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

function dateWords(edtf: string, inferred: string): string {
	return inferred === '' ? edtfWords(edtf) : message('reader.date-inferred', { date: edtfWords(edtf), inferred });
}
