import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { ToggleChip } from '#renderer/ui/Chip.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './DescribeDialog.module.css';

interface BatchTagsProps {
	recordIds: readonly RecordId[];
	added: string;
	removed: readonly string[];
	onAdd(text: string): void;
	onRemove(names: string[]): void;
}

/** Tags to put on all of the records, and those that some of them carry, to be taken from them. */
export function BatchTags({ recordIds, added, removed, onAdd, onRemove }: BatchTagsProps) {
	const { data: tags = [] } = useQuery(queries.tags.list());
	const { data: records = [] } = useQuery({
		...queries.records.some({ ids: [...recordIds] }),
		staleTime: 0,
		gcTime: 0,
	});
	const counts = new Map<string, number>();
	for (const { tagIds } of records) for (const id of tagIds) counts.set(id, (counts.get(id) ?? 0) + 1);
	const carried = tags.filter(({ id }) => counts.has(id));
	const toggle = (name: string, isOff: boolean) =>
		onRemove(isOff ? [...removed, name] : removed.filter((other) => other !== name));
	return (
		<div className={styles.whole}>
			<TextField
				label={message('description.add-tags')}
				value={added}
				onChange={onAdd}
				hint={message('description.withheld-hint')}
			/>
			{carried.length > 0 ? (
				<fieldset className={styles.tags}>
					<legend className={styles.hint}>{message('description.remove-tags')}</legend>
					{carried.map(({ id, name }) => (
						<ToggleChip key={id} isSelected={removed.includes(name)} onChange={(isOff) => toggle(name, isOff)}>
							{message('description.tag-count', { tag: name, count: counts.get(id) ?? 0 })}
						</ToggleChip>
					))}
				</fieldset>
			) : null}
		</div>
	);
}
