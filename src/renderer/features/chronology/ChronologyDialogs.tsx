import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { ChronologyExportDialog } from './ChronologyExportDialog.tsx';
import { openDialog, useChronology } from './chronology-store.ts';
import { EventDialog } from './editing/EventDialog.tsx';
import { draftOf, emptyDraft } from './editing/event-draft.ts';
import { addEvent, updateEvent } from './event-mutations.ts';

interface ChronologyDialogsProps {
	events: readonly ArchiveEvent[];
	onShow(id: EventId): void;
}

const close = () => openDialog(null);

/** The dialog that is open, if one is. */
export function ChronologyDialogs({ events, onShow }: ChronologyDialogsProps) {
	const dialog = useChronology((view) => view.dialog);
	switch (dialog?.type) {
		case 'new':
			return (
				<EventDialog
					title="chronology.new"
					events={events}
					draft={emptyDraft}
					onSave={async (fields) => onShow((await addEvent(fields, null)).id)}
					onClose={close}
				/>
			);
		case 'account':
			return (
				<EventDialog
					title="chronology.add-account"
					events={events}
					draft={{ ...draftOf(dialog.of), edtf: '', dateWords: '', inferred: '', source: '', relations: [] }}
					onSave={async (fields) => onShow((await addEvent(fields, dialog.of.id)).id)}
					onClose={close}
				/>
			);
		case 'edit':
			return (
				<EventDialog
					title="chronology.edit"
					events={events.filter(({ id }) => id !== dialog.event.id)}
					draft={draftOf(dialog.event)}
					onSave={(fields) => updateEvent(dialog.event, fields)}
					onClose={close}
				/>
			);
		case 'export':
			return <ChronologyExportDialog onClose={close} />;
		default:
			return null;
	}
}
