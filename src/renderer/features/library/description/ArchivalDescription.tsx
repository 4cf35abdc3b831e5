import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { edtfWords, isEdtf } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import {
	type Description,
	type DescriptionFields,
	type DescriptionLevel,
	descriptionLevels,
} from '#shared/domain/description.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { EditableText } from '../fields/EditableText.tsx';
import fieldStyles from '../fields/fields.module.css';
import listStyles from '../RecordFieldsList.module.css';
import styles from './ArchivalDescription.module.css';
import { splitList } from './describe-draft.ts';
import { GiverField } from './GiverField.tsx';

type TextField = Exclude<keyof DescriptionFields, 'level' | 'withheldNames'>;

/** What an archivist says of the record in the terms of ISAD(G), and how it was received; edited in place. */
export function ArchivalDescription({ recordId, isReadOnly }: { recordId: RecordId; isReadOnly: boolean }) {
	const titleId = useId();
	const { data: description } = useQuery(queries.descriptions.get({ recordId }));
	if (!description || (readingCopy && description.revision === 0)) return null;
	const save = (fields: Partial<DescriptionFields>) =>
		archive.calls.descriptions.update({ recordIds: [recordId], fields, revision: description.revision });
	return (
		<section className={styles.section} aria-labelledby={titleId}>
			<h3 id={titleId} className={styles.title}>
				{message('description.title')}
			</h3>
			<dl className={listStyles.list}>
				<Line name="referenceCode">
					<Text name="referenceCode" {...{ description, isReadOnly, save }} />
				</Line>
				<Line name="level">
					<Level level={description.level} isReadOnly={isReadOnly} save={save} />
				</Line>
				<Line name="extent">
					<Text name="extent" {...{ description, isReadOnly, save }} />
				</Line>
				<Line name="custodialHistory">
					<Text name="custodialHistory" isLong {...{ description, isReadOnly, save }} />
				</Line>
				<Line name="accessConditions">
					<Text name="accessConditions" isLong {...{ description, isReadOnly, save }} />
				</Line>
				<Line name="receivedOn">
					<Text name="receivedOn" {...{ description, isReadOnly, save }} />
				</Line>
				{readingCopy ? null : <KeptAtHome {...{ recordId, description, isReadOnly, save }} />}
			</dl>
		</section>
	);
}

interface KeptAtHomeProps {
	recordId: RecordId;
	description: Description;
}

/** What is for the archive's own people: no reading copy holds it. */
function KeptAtHome({ recordId, description, isReadOnly, save }: EditProps & KeptAtHomeProps) {
	return (
		<>
			<Line name="receivedBy">
				<Text name="receivedBy" {...{ description, isReadOnly, save }} />
			</Line>
			<dt className={fieldStyles.term}>{message('description.giver')}</dt>
			<dd className={fieldStyles.value}>
				<GiverField recordId={recordId} isReadOnly={isReadOnly} />
			</dd>
			<Line name="sensitivity">
				<Text name="sensitivity" isLong {...{ description, isReadOnly, save }} />
			</Line>
			<Line name="withheldNames">
				<EditableText
					label={message('description.field.withheldNames')}
					value={description.withheldNames.join('; ')}
					hint={message('description.withheld-hint')}
					isReadOnly={isReadOnly}
					onSave={(text) => save({ withheldNames: splitList(text) })}
				/>
			</Line>
		</>
	);
}

function Line({ name, children }: { name: keyof DescriptionFields; children: ReactNode }) {
	return (
		<>
			<dt className={fieldStyles.term}>{message(`description.field.${name}`)}</dt>
			<dd className={fieldStyles.value}>{children}</dd>
		</>
	);
}

interface EditProps {
	isReadOnly: boolean;
	save(fields: Partial<DescriptionFields>): Promise<unknown>;
}

function Text({
	name,
	description,
	isLong = false,
	isReadOnly,
	save,
}: EditProps & { name: TextField; description: Description; isLong?: boolean }) {
	const isDate = name === 'receivedOn';
	const value = description[name];
	return (
		<EditableText
			label={message(`description.field.${name}`)}
			value={value}
			shown={isDate && value ? edtfWords(value) : value}
			isLong={isLong}
			isReadOnly={isReadOnly}
			{...(isDate && {
				hint: message('date.hint'),
				check: (text: string) => (text === '' || isEdtf(text) ? null : message('date.invalid')),
			})}
			onSave={(text) => save({ [name]: text })}
		/>
	);
}

function Level({ level, isReadOnly, save }: EditProps & { level: DescriptionLevel }) {
	if (isReadOnly) return level ? message(`description.level.${level}`) : <span className={fieldStyles.none}>–</span>;
	return (
		<Select<DescriptionLevel>
			label={message('description.field.level')}
			isLabelHidden
			isQuiet
			value={level}
			onChange={(next) => void save({ level: next }).catch(showError)}
			options={levelOptions()}
		/>
	);
}

export function levelOptions(): { value: DescriptionLevel; label: string }[] {
	return descriptionLevels.map((value) => ({
		value,
		label: value ? message(`description.level.${value}`) : message('description.no-level'),
	}));
}
