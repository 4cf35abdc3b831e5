import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { edtfWords } from '#shared/dates/edtf-words.ts';
import { type ArchiveEvent, type EventRelation, type EventRelationKind, eventRelations } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './EventDialog.module.css';
import { ThingPicker } from './ThingPicker.tsx';

interface OrderFieldProps {
	relations: readonly EventRelation[];
	/** Those that it may be set against. */
	events: readonly ArchiveEvent[];
	onChange(relations: EventRelation[]): void;
}

/** Before, after or during what it happened, with the source's own words. */
export function OrderField({ relations, events, onChange }: OrderFieldProps) {
	const [relation, setRelation] = useState<EventRelationKind>('before');
	const titles = new Map(events.map(({ id, title }) => [id, title]));
	const things = useMemo(
		() =>
			events.map(({ id, title, edtf }) => ({
				...{ id, title, texts: [title] },
				detail: edtf === '' ? message('chronology.no-date') : edtfWords(edtf),
			})),
		[events],
	);

	function add(otherId: EventId): void {
		if (relations.some((known) => known.otherId === otherId && known.relation === relation)) return;
		onChange([...relations, { relation, otherId, words: '' }]);
	}
	return (
		<fieldset className={styles.order}>
			<legend>{message('chronology.order-field')}</legend>
			<div className={styles.pair}>
				<Select<EventRelationKind>
					label={message('chronology.order-kind')}
					value={relation}
					onChange={setRelation}
					options={eventRelations.map((value) => ({ value, label: message(`chronology.relation.${value}`) }))}
				/>
				<ThingPicker label={message('chronology.order-event')} things={things} onPick={(id) => add(id as EventId)} />
			</div>
			{relations.map((known, place) => {
				const order = message(`chronology.order.${known.relation}`, {
					event: titles.get(known.otherId) ?? known.otherId,
				});
				return (
					<div key={`${known.relation} ${known.otherId}`} className={styles.relation}>
						<TextField
							label={message('chronology.order-words', { order })}
							value={known.words}
							onChange={(words) => onChange(relations.map((other, at) => (at === place ? { ...other, words } : other)))}
						/>
						<IconButton
							label={message('chronology.take-out', { name: order })}
							onPress={() => onChange(relations.filter((other) => other !== known))}
						>
							<X size={13} />
						</IconButton>
					</div>
				);
			})}
		</fieldset>
	);
}
