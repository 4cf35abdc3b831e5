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
import type { PrintedBlocks } from './printed-pictures.ts';
import { print, savePdf } from './printing.ts';
import { useReference } from './use-reference.ts';

/** Answers `edition.print`: asks where the notes go, and whether to paper or to a file. */
export function PrintDialog({ record: { id, title }, text }: { record: RecordDetail; text: PrintedBlocks }) {
	const reference = useReference(id);
	const isAsking = usePrint((view) => view.isAsking);
	const [notes, setNotes] = useState<NotePlace>('none');
	useCommand('edition.print', () => usePrint.setState({ isAsking: true }));
	const [isPreparing, setIsPreparing] = useState(false);
	const close = () => usePrint.setState({ isAsking: false });
	// The pictures of a long document are some seconds in coming.
	const prepare = (printed: Promise<void>) => {
		setIsPreparing(true);
		void printed.catch(showError).finally(() => setIsPreparing(false));
	};
	return (
		<Dialog
			title={message('print.title')}
			isOpen={isAsking}
			onClose={close}
			actions={
				<>
					<Button onPress={close}>{message('dialog.cancel')}</Button>
					{desktop ? (
						<Button isDisabled={isPreparing} onPress={() => prepare(savePdf(text, { title, reference }, notes))}>
							{message('print.save-pdf')}
						</Button>
					) : null}
					<Button variant="primary" isDisabled={isPreparing} onPress={() => prepare(print(text, notes))}>
						{message(isPreparing ? 'print.preparing' : 'print.print')}
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
