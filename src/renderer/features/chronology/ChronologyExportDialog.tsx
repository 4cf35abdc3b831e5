import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { ExportDialog } from '#renderer/ui/ExportDialog.tsx';
import { filterEvents } from '#shared/chronology/event-filter.ts';
import { placeEvents } from '#shared/chronology/placed-events.ts';
import { chronologyFormats } from '#shared/domain/chronology.ts';
import { message } from '#shared/messages/messages.ts';
import { useChronology } from './chronology-store.ts';
import { exportChronology } from './event-mutations.ts';
import { useEventContext } from './use-event-context.ts';

/** Asks in which form the events that are shown are to be exported. */
export function ChronologyExportDialog({ onClose }: { onClose(): void }) {
	const { data: events = [] } = useQuery(queries.events.list());
	const { context } = useEventContext(events);
	const { filter, lanes } = useChronology();
	const shown = context ? filterEvents(placeEvents(events), filter, context).events : [];
	const { fromYear, toYear } = filter;
	const years = fromYear === null && toYear === null ? {} : { years: { fromYear, toYear } };
	return (
		<ExportDialog
			title={message('chronology.export-title')}
			formats={chronologyFormats.map((value) => ({ value, label: message(`chronology.format.${value}`) }))}
			first="svg"
			hint={() => message('chronology.export-hint', { count: shown.length })}
			onExport={(format) => exportChronology(format, { ids: shown.map(({ event }) => event.id), lanes, ...years })}
			onClose={onClose}
		/>
	);
}
