import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { FormError } from '#renderer/ui/FormError.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { eventKindName } from '#shared/chronology/event-words.ts';
import { durationWords } from '#shared/dates/duration-words.ts';
import { isEdtf } from '#shared/dates/edtf-order.ts';
import { edtfWords } from '#shared/dates/edtf-words.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { type ArchiveEvent, type EventFields, eventKinds } from '#shared/domain/event.ts';
import type { NameKind } from '#shared/domain/name.ts';
import { errorMessage, type MessageKey, message } from '#shared/messages/messages.ts';
import styles from './EventDialog.module.css';
import { NamesField } from './NamesField.tsx';
import { OrderField } from './OrderField.tsx';

interface EventDialogProps {
	title: MessageKey;
	/** Those that it may be set before, after or during. */
	events: readonly ArchiveEvent[];
	draft: EventFields;
	/** Rejects with what went wrong, and the dialog stays open. */
	onSave(fields: EventFields): Promise<unknown>;
	onClose(): void;
}

const isPlace = (kind: NameKind) => kind === 'place';
const anyName = () => true;

/** Writes an event. The date is read as it is typed; what cannot be read is kept as it stands, and said to be. */
export function EventDialog({ title, events, draft: given, onSave, onClose }: EventDialogProps) {
	const [draft, setDraft] = useState(given);
	const [error, setError] = useState<string | null>(null);
	const change = (part: Partial<EventFields>) => setDraft((known) => ({ ...known, ...part }));

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (draft.title.trim() === '') {
			setError(message('chronology.error.title'));
			return;
		}
		const edtf = draft.edtf.trim();
		onSave({ ...draft, title: draft.title.trim(), edtf })
			.then(onClose)
			.catch((failure: unknown) => setError(errorMessage(toErrorData(failure))));
	}

	return (
		<Dialog
			title={message(title)}
			isOpen
			onClose={onClose}
			size="wide"
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" type="submit" form="event-form">
						{message('dialog.save')}
					</Button>
				</>
			}
		>
			<form id="event-form" className={styles.form} onSubmit={submit}>
				<TextField
					label={message('chronology.column.title')}
					value={draft.title}
					onChange={(text) => change({ title: text })}
					autoFocus
				/>
				<div className={styles.pair}>
					<DateField edtf={draft.edtf} onChange={(edtf) => change({ edtf })} />
					<TextField
						label={message('chronology.date-words')}
						value={draft.dateWords}
						onChange={(dateWords) => change({ dateWords })}
					/>
				</div>
				<div className={styles.pair}>
					<KindField kind={draft.kind} onChange={(kind) => change({ kind })} />
					<TextField
						label={message('chronology.duration-field')}
						value={draft.duration}
						onChange={(duration) => change({ duration: duration.trim() })}
						hint={draft.duration === '' ? message('chronology.duration-hint') : durationWords(draft.duration)}
					/>
				</div>
				<TextField
					label={message('date.inferred')}
					value={draft.inferred}
					onChange={(inferred) => change({ inferred })}
				/>
				<div className={styles.pair}>
					<NamesField
						label={message('chronology.places')}
						ids={draft.placeIds}
						offers={isPlace}
						onChange={(placeIds) => change({ placeIds })}
					/>
					<NamesField
						label={message('chronology.participants')}
						ids={draft.participantIds}
						offers={anyName}
						onChange={(participantIds) => change({ participantIds })}
					/>
				</div>
				<OrderField relations={draft.relations} events={events} onChange={(relations) => change({ relations })} />
				<TextArea
					label={message('chronology.column.description')}
					value={draft.description}
					onChange={(description) => change({ description })}
				/>
				<TextField
					label={message('chronology.source')}
					value={draft.source}
					onChange={(source) => change({ source })}
				/>
				<FormError>{error}</FormError>
			</form>
		</Dialog>
	);
}

function DateField({ edtf, onChange }: { edtf: string; onChange(edtf: string): void }) {
	const typed = edtf.trim();
	const isRead = typed !== '' && isEdtf(typed);
	return (
		<TextField
			label={message('date.edtf')}
			value={edtf}
			onChange={onChange}
			isInvalid={typed !== '' && !isRead}
			error={message('chronology.date-unread')}
			hint={typed === '' ? message('date.hint') : isRead ? edtfWords(typed) : undefined}
		/>
	);
}

function KindField({ kind, onChange }: { kind: string; onChange(kind: string): void }) {
	const known: readonly string[] = ['', ...eventKinds];
	return (
		<Select<string>
			label={message('chronology.column.kind')}
			value={kind}
			onChange={onChange}
			options={(known.includes(kind) ? known : [...known, kind]).map((value) => ({
				value,
				label: value === '' ? message('chronology.kind.none') : eventKindName(value),
			}))}
		/>
	);
}
