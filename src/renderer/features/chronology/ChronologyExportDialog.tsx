import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { filterEvents } from '#shared/chronology/event-filter.ts';
import { placeEvents } from '#shared/chronology/placed-events.ts';
import { type ChronologyFormat, chronologyFormats } from '#shared/domain/chronology.ts';
import { message } from '#shared/messages/messages.ts';
import { useChronology } from './chronology-store.ts';
import styles from './editing/EventDialog.module.css';
import { exportChronology } from './event-mutations.ts';
import { useEventContext } from './use-event-context.ts';

/** Asks in which form the events that are shown are to be exported. */
export function ChronologyExportDialog({ onClose }: { onClose(): void }) {
	const { data: events = [] } = useQuery(queries.events.list());
	const context = useEventContext(events);
	const { filter, lanes } = useChronology();
	const [format, setFormat] = useState<ChronologyFormat>('svg');
	const hintId = useId();
	const shown = filterEvents(placeEvents(events), filter, context).events;

	function start(): void {
		exportChronology(format, { ids: shown.map(({ event }) => event.id), lanes }).catch(showError);
		onClose();
	}

	return (
		<Dialog
			title={message('chronology.export-title')}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" onPress={start} aria-describedby={hintId}>
						{message('evidence.export-start')}
					</Button>
				</>
			}
		>
			<div className={styles.form}>
				<Select<ChronologyFormat>
					label={message('evidence.export-format')}
					value={format}
					onChange={setFormat}
					options={chronologyFormats.map((value) => ({ value, label: message(`chronology.format.${value}`) }))}
				/>
				<p id={hintId} className={styles.soft}>
					{message('chronology.export-hint', { count: shown.length })}
				</p>
			</div>
		</Dialog>
	);
}
