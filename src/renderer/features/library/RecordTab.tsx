import { useNavigate } from '@tanstack/react-router';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { ArchivalDescription } from './description/ArchivalDescription.tsx';
import { EditableText } from './fields/EditableText.tsx';
import { JoinedList } from './join/index.ts';
import { NotYetHeld } from './NotYetHeld.tsx';
import { RecordFieldsList } from './RecordFieldsList.tsx';
import styles from './RecordTab.module.css';
import { useRecordUpdate } from './record-mutations.ts';
import { holdingTone } from './record-words.ts';
import { WhatCompletesIt } from './WhatCompletesIt.tsx';

/** The record itself: its fields, editable in place, and the sources it names that are not held yet. */
export function RecordTab({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	const { mutateAsync: update } = useRecordUpdate(record);
	const navigate = useNavigate();
	const isIntact = record.files.length > 0 && record.files.every(({ fixity }) => fixity === 'intact');
	return (
		<div className={styles.tab}>
			<h2 className={styles.title} lang={record.languages[0] ?? ''}>
				<EditableText
					label={message('record.field.title')}
					value={record.title}
					isReadOnly={isReadOnly}
					isRequired
					onSave={(title) => update({ title })}
				/>
			</h2>
			<div className={styles.chips}>
				<Chip tone="accent">{recordKindName(record.kind)}</Chip>
				<Chip tone={holdingTone(record.holding)}>{message(`record.holding.${record.holding}`)}</Chip>
				{isIntact ? <Chip tone="ok">✓ {message('fixity.intact')}</Chip> : null}
			</div>
			{record.holding === 'described-only' ? <WhatCompletesIt record={record} /> : null}
			<div className={styles.actions}>
				{record.editionId ? (
					<Button
						variant="primary"
						onPress={() =>
							void navigate({
								to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
								params: { recordId: record.id },
							})
						}
					>
						{message('record.open')}
					</Button>
				) : null}
				<Button onPress={() => runCommand('record.cite')}>{message('record.cite')}</Button>
				{record.editionId && !readingCopy ? (
					<Button onPress={() => runCommand('dates.find')}>{message('command.dates.find')}</Button>
				) : null}
			</div>
			<JoinedList record={record} />
			<RecordFieldsList record={record} isReadOnly={isReadOnly} update={update} />
			<ArchivalDescription key={record.id} recordId={record.id} isReadOnly={isReadOnly} />
			<NotYetHeld recordId={record.id} />
		</div>
	);
}
