import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { message } from '#shared/messages/messages.ts';
import type { RecordsDraft } from './records-choice.ts';

interface RecordsFieldProps {
	value: RecordsDraft['records'];
	/** Whoever was left out of the former choice may not be in this one. */
	onChange(draft: RecordsDraft): void;
	selectedCount: number;
}

/** Asks which records are handed on. */
export function RecordsField({ value, onChange, selectedCount }: RecordsFieldProps) {
	const { data: collections = [] } = useQuery(queries.collections.list());
	const options: { value: RecordsDraft['records']; label: string }[] = [
		{ value: 'all', label: message('package.export.records.all') },
	];
	if (selectedCount > 0)
		options.push({ value: 'selected', label: message('package.export.records.selected', { count: selectedCount }) });
	for (const { id, name } of collections)
		options.push({ value: id, label: message('package.export.records.collection', { name }) });
	return (
		<Select<RecordsDraft['records']>
			label={message('package.export.records')}
			value={value}
			onChange={(records) => onChange({ records, withoutIds: [] })}
			options={options}
		/>
	);
}
