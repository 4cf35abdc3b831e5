import { useRef } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { runCommand, useCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { draftKey } from '../writing/draft-store.ts';
import { insertText } from '../writing/insert-text.ts';
import { WritingPane } from '../writing/WritingPane.tsx';
import styles from './Recording.module.css';
import { useRecording } from './recording-store.ts';
import { stampEdit } from './stamp-edit.ts';

/** Keys that act while one is typing. */
const editorKeys = [
	['F7', 'command.recording.back'],
	['F8', 'command.recording.play'],
	['F9', 'command.recording.forward'],
	['F6', 'command.transcript.stamp'],
] as const;

interface TranscriptEditorProps {
	record: RecordDetail;
	file: HeldFile;
	/** The transcript that is shown; null where none of this recording is. */
	baseEditionId: EditionId | null;
}

/** Writing down what is said: a text with times before its paragraphs, and the keys that play and stamp. */
export function TranscriptEditor({ record, file, baseEditionId }: TranscriptEditorProps) {
	const area = useRef<HTMLTextAreaElement>(null);
	useCommand('transcript.stamp', () => area.current && stamp(area.current));
	return (
		<WritingPane
			name={message('transcript.editor')}
			title={record.title}
			hint={
				<>
					{message('transcript.hint')}{' '}
					{editorKeys.map(([chord, command]) => (
						<span key={chord} className={styles.key}>
							<Keys chord={chord} /> {message(command)}
						</span>
					))}
				</>
			}
			label={message('transcript.text')}
			draftKey={draftKey({ recordId: record.id, about: file.sha256 })}
			areaRef={area}
			baseEditionId={baseEditionId}
			savedMessage={message('transcript.saved')}
			save={({ text, language, baseEditionId }) =>
				archive.calls.editions.transcribe({
					...{ recordId: record.id, originalSha256: file.sha256 },
					...{ text, language, baseEditionId },
				})
			}
		>
			<Button onPress={() => runCommand('transcript.stamp')}>{message('command.transcript.stamp')}</Button>
		</WritingPane>
	);
}

/** Stamps the present time where the caret, or what is selected, begins. */
function stamp(area: HTMLTextAreaElement): void {
	const edit = stampEdit(area.value, area.selectionStart, whole(useRecording.getState().currentMs));
	area.setSelectionRange(edit.start, edit.end);
	insertText(area, edit.words);
}

/** To the second: what people stamp by ear is no more exact. */
function whole(ms: number): number {
	return Math.floor(ms / 1000) * 1000;
}
