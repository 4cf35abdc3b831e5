import { addEvent, EventDialog, emptyDraft, ThingPicker } from '#renderer/features/chronology/index.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { inferenceWords } from '#shared/found-dates/date-words.ts';
import { message } from '#shared/messages/messages.ts';
import type { DateRequest } from './FoundDateItem.tsx';
import { attestEvent, endAt } from './found-date-mutations.ts';
import { withoutAttested } from './reviewed-dates.ts';

interface AttachDialogsProps {
	record: RecordDetail;
	events: readonly ArchiveEvent[];
	request: DateRequest;
	onClose(): void;
}

/** Asks which event is meant, or what the new one is called. */
export function AttachDialogs({ record, events, request, onClose }: AttachDialogsProps) {
	const { type, reviewed, reading, onSettled } = request;
	const { date } = reviewed;
	if (type === 'event')
		return (
			<Dialog title={message('found-dates.which-event', { words: date.words })} isOpen onClose={onClose}>
				<ThingPicker
					label={message('found-dates.find-event')}
					things={withoutAttested(events, reviewed).map(({ id, title, edtf }) => ({
						...{ id, title, detail: edtfWords(edtf), texts: [title] },
					}))}
					onPick={(id) => {
						onSettled();
						onClose();
						void attestEvent(record, date, id as EventId);
					}}
				/>
			</Dialog>
		);
	const { words, number } = date;
	const source = number === null ? record.title : message('links.at-paragraph', { title: record.title, number });
	return (
		<EventDialog
			title="chronology.new"
			events={events}
			draft={{ ...emptyDraft, edtf: reading.edtf, dateWords: words, inferred: inferenceWords(reading), source }}
			onSave={async (fields) => {
				await addEvent(fields, null, [endAt(record, date)]);
				onSettled();
			}}
			onClose={onClose}
		/>
	);
}
