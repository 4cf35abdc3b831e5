import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { GridCell, GridHeading } from '#renderer/ui/GridCell.tsx';
import { RowGrid } from '#renderer/ui/RowGrid.tsx';
import type { EventContext } from '#shared/chronology/event-context.ts';
import { columnTitle, type TableColumn, tableRow } from '#shared/chronology/event-table.ts';
import { noteWords } from '#shared/chronology/event-words.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { EventActions } from './EventDetails.tsx';
import styles from './EventTable.module.css';

interface EventTableProps {
	events: readonly PlacedEvent[];
	context: EventContext;
	chosenId: EventId | '';
	onChoose(id: EventId, isOpened: boolean): void;
}

const rowHeightPx = 52;
const columns = ['when', 'title', 'kind', 'places', 'participants', 'attested'] as const satisfies TableColumn[];

/** The picture in words, one row an event, in the same order. */
export function EventTable({ events, context, chosenId, onChoose }: EventTableProps) {
	const isReadOnly = useIsReadOnly();
	const choose = (index: number, isOpened: boolean) => {
		const placed = events[index];
		if (placed) onChoose(placed.event.id, isOpened);
	};
	return (
		<RowGrid
			label={message('chronology.table')}
			rowCount={events.length}
			current={events.findIndex(({ event }) => event.id === chosenId)}
			rowHeightPx={rowHeightPx}
			keyOf={(index) => events[index]?.event.id ?? index}
			head={columns.map((column) => (
				<GridHeading key={column} className={styles[column]}>
					{columnTitle(column)}
				</GridHeading>
			))}
			onMove={(index) => choose(index, false)}
			onEnter={(index) => choose(index, true)}
			onPress={(index) => choose(index, true)}
			menuOf={(index) => {
				const event = isReadOnly ? undefined : events[index]?.event;
				if (!event) return null;
				const label = message('chronology.actions-on', { title: event.title });
				return { label, entries: <EventActions event={event} /> };
			}}
			classNames={{ scroll: styles.scroll, row: styles.row, body: () => styles.body }}
		>
			{(index) => {
				const placed = events[index];
				return placed ? <Cells placed={placed} context={context} /> : null;
			}}
		</RowGrid>
	);
}

function Cells({ placed, context }: { placed: PlacedEvent; context: EventContext }) {
	const row = tableRow(placed, context);
	const notes = [row.order, noteWords(placed)].filter(Boolean).join(' · ');
	return columns.map((column) => (
		<GridCell key={column} className={styles[column]} dir="auto">
			{column === 'when' || column === 'title' ? row[column] : <span className={styles.clamped}>{row[column]}</span>}
			{column === 'title' && notes !== '' ? <span className={styles.notes}>{notes}</span> : null}
		</GridCell>
	));
}
