import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { runCommand, useCommand } from '#renderer/lib/commands.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Recording.module.css';
import { useRecording } from './recording-store.ts';
import { stampEdit } from './stamp-edit.ts';
import { closeTranscript, draftKey, editTranscript, isUnsaved, useTranscribing } from './transcribing-store.ts';

/** Keys that act while one is typing. */
const editorKeys = [
	['F7', 'command.recording.back'],
	['F8', 'command.recording.play'],
	['F9', 'command.recording.forward'],
	['F6', 'command.transcript.stamp'],
] as const;

/** Writing down what is said: a text with times before its paragraphs, and the keys that play and stamp. */
export function TranscriptEditor({ record, file }: { record: RecordDetail; file: HeldFile }) {
	const key = draftKey(record.id, file.sha256);
	const draft = useTranscribing(({ drafts }) => drafts[key]);
	const [isSaving, setSaving] = useState(false);
	const area = useRef<HTMLTextAreaElement>(null);
	useEffect(() => area.current?.focus(), []);
	useCommand('transcript.stamp', () => area.current && stamp(area.current));
	if (!draft) return null;
	const { text, baseEditionId, language } = draft;

	async function save(): Promise<void> {
		setSaving(true);
		try {
			const original = { recordId: record.id, originalSha256: file.sha256 };
			await archive.calls.editions.transcribe({ ...original, text, language, baseEditionId });
			closeTranscript({ forget: key });
			showToast(message('transcript.saved'), undoAction());
		} catch (error) {
			showError(error);
		} finally {
			setSaving(false);
		}
	}

	function press(event: KeyboardEvent): void {
		if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void save();
	}

	return (
		<section className={styles.editor} aria-label={message('transcript.editor')}>
			<h1 className={styles.title}>{record.title}</h1>
			<p className={styles.hint}>
				{message('transcript.hint')}{' '}
				{editorKeys.map(([chord, command]) => (
					<span key={chord} className={styles.key}>
						<Keys chord={chord} /> {message(command)}
					</span>
				))}
			</p>
			<TextArea
				label={message('transcript.text')}
				isLabelHidden
				rows={12}
				areaRef={area}
				value={text}
				onChange={(value) => editTranscript(key, { text: value })}
				onKeyDown={press}
			/>
			<div className={styles.editorBar}>
				<Button onPress={() => runCommand('transcript.stamp')}>{message('command.transcript.stamp')}</Button>
				<span className={styles.spacer} />
				<Button onPress={() => closeTranscript({ forget: isUnsaved(draft) ? null : key })}>
					{message('transcript.close')}
				</Button>
				<Button variant="primary" isDisabled={isSaving || text.trim() === ''} onPress={() => void save()}>
					{message('transcript.save')}
				</Button>
			</div>
		</section>
	);
}

/** Stamps the present time where the caret, or what is selected, begins; by the browser's own editing, so that undo knows. */
function stamp(area: HTMLTextAreaElement): void {
	area.focus();
	const edit = stampEdit(area.value, area.selectionStart, whole(useRecording.getState().currentMs));
	area.setSelectionRange(edit.start, edit.end);
	// Subtle: deprecated, and still the one way to write into a field that its undo keeps.
	document.execCommand('insertText', false, edit.words);
}

/** To the second: what people stamp by ear is no more exact. */
function whole(ms: number): number {
	return Math.floor(ms / 1000) * 1000;
}
