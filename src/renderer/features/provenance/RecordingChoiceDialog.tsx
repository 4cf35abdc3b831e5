import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import type { Sha256 } from '#shared/domain/ids.ts';
import { formatTime } from '#shared/domain/media-time.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { useRecordingChoice } from './recording-choice.ts';

const none = 'none';

/** Asks which of several recordings a text is of, before its file is chosen. */
export function RecordingChoiceDialog() {
	const { question } = useRecordingChoice();
	return question ? <Asking {...question} /> : null;
}

type AskingProps = NonNullable<ReturnType<typeof useRecordingChoice.getState>['question']>;

function Asking({ recordings, likeliest, answer }: AskingProps) {
	const [chosen, setChosen] = useState<Sha256 | typeof none>(likeliest);
	const close = () => answer(undefined);
	return (
		<Dialog
			title={message('editions.which-recording')}
			isOpen
			onClose={close}
			actions={
				<>
					<Button onPress={close}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={() => answer(chosen === none ? null : chosen)}>
						{message('editions.choose-file')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p>{message('editions.which-recording-text')}</p>
				<Select<Sha256 | typeof none>
					label={message('edition.recording')}
					value={chosen}
					onChange={setChosen}
					options={[
						...recordings.map((file) => ({ value: file.sha256, label: nameOf(file) })),
						{ value: none, label: message('editions.no-recording') },
					]}
				/>
			</div>
		</Dialog>
	);
}

/** With its length: parts of one talk are often called alike. */
function nameOf({ fileName, media }: HeldFile): string {
	const durationMs = media?.durationMs;
	return durationMs ? `${fileName} · ${formatTime(durationMs)}` : fileName;
}
