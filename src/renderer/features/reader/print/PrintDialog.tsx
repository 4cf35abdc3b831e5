import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { type Edition, isRedacted } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import type { PrintOrder } from './draw-for-paper.ts';
import styles from './PrintDialog.module.css';
import { type NotePlace, notePlaces, usePrint } from './print-store.ts';
import type { PrintedBlocks } from './printed-pictures.ts';
import { print, savePdf } from './printing.ts';
import { useReference } from './use-reference.ts';

interface PrintDialogProps {
	record: RecordDetail;
	edition: Edition;
	text: PrintedBlocks;
}

/** Answers `edition.print`: asks where the notes go, and whether to paper or to a file. */
export function PrintDialog({ record: { id, title, editions }, edition, text }: PrintDialogProps) {
	const isBlackened = isRedacted(editions, edition);
	const reference = useReference(id);
	const isAsking = usePrint((view) => view.isAsking);
	const [kept, setNotes] = useProfile<NotePlace>('print.notes', 'none');
	const notes = notePlaces.includes(kept) ? kept : 'none';
	useCommand('edition.print', () => usePrint.setState({ isAsking: true }));
	const [isPreparing, setIsPreparing] = useState(false);
	/** Of what is being prepared: who closes the dialog meanwhile, or opens another text, prints nothing. */
	const wanted = useRef<AbortController | null>(null);
	const close = useCallback(() => {
		wanted.current?.abort();
		setIsPreparing(false);
		usePrint.setState({ isAsking: false });
	}, []);
	useEffect(() => close, [close]);
	// The pictures of a long document are some seconds in coming.
	const prepare = (printing: (order: PrintOrder) => Promise<void>) => {
		const order = new AbortController();
		wanted.current = order;
		setIsPreparing(true);
		void printing({ text, notes, signal: order.signal })
			.catch(showError)
			.finally(() => wanted.current === order && setIsPreparing(false));
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
						<Button isDisabled={isPreparing} onPress={() => prepare((order) => savePdf(order, { title, reference }))}>
							{message('print.save-pdf')}
						</Button>
					) : null}
					<Button variant="primary" isDisabled={isPreparing} onPress={() => prepare(print)}>
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
			{isBlackened && notes !== 'none' ? <p className={styles.note}>{message('print.notes-of-redacted')}</p> : null}
		</Dialog>
	);
}
