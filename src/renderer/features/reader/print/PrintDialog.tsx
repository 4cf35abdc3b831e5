import { useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import { type NotePlace, notePlaces, usePrint } from './print-store.ts';
import { print, savePdf } from './printing.ts';
import { useReference } from './use-reference.ts';

/** Answers `edition.print`: asks where the notes go, and whether to paper or to a file. */
export function PrintDialog({ record: { id, title } }: { record: RecordDetail }) {
	const reference = useReference(id);
	const isAsking = usePrint((view) => view.isAsking);
	const [notes, setNotes] = useState<NotePlace>('none');
	useCommand('edition.print', () => usePrint.setState({ isAsking: true }));
	const close = () => usePrint.setState({ isAsking: false });
	return (
		<Dialog
			title={message('print.title')}
			isOpen={isAsking}
			onClose={close}
			actions={
				<>
					<Button onPress={close}>{message('dialog.cancel')}</Button>
					{desktop ? (
						<Button onPress={() => void savePdf(title, reference, notes).catch(showError)}>
							{message('print.save-pdf')}
						</Button>
					) : null}
					<Button variant="primary" onPress={() => void print(notes).catch(showError)}>
						{message('print.print')}
					</Button>
				</>
			}
		>
			<Select<NotePlace>
				label={message('print.notes')}
				value={notes}
				onChange={setNotes}
				options={notePlaces.map((value) => ({ value, label: message(`print.notes.${value}`) }))}
			/>
		</Dialog>
	);
}
