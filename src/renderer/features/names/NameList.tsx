import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useRef } from 'react';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { NameId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { ListedName } from './listed-names.ts';
import styles from './NameList.module.css';
import { useNameKeys } from './name-keys.ts';
import { selectRange, toggleSelected, useNames } from './names-store.ts';

interface NameListProps {
	names: readonly ListedName[];
	currentId: NameId | undefined;
	show(id: NameId): void;
	/** Goes to the details of the name that is shown. */
	enter(): void;
}

const rowHeightPx = 59;

/** All names that fit, of which only those in sight are in the document. One stop for Tab; the keys move within. */
export function NameList({ names, currentId, show, enter }: NameListProps) {
	const list = useRef<HTMLDivElement>(null);
	const { selectedIds, cursorId, filter } = useNames();
	const rows = useVirtualizer({
		count: names.length,
		getScrollElement: () => list.current,
		estimateSize: () => rowHeightPx,
		overscan: 6,
	});
	const cursor = names.findIndex(({ id }) => id === (cursorId ?? currentId));
	const press = useNameKeys({ names, currentId, show, enter });
	const isAmongSeveral = selectedIds.size > 1;
	useEffect(() => {
		if (cursor >= 0) rows.scrollToIndex(cursor, { align: 'auto' });
	}, [rows, cursor]);

	function choose(event: MouseEvent, id: NameId): void {
		if (filter !== 'known' && event.shiftKey) selectRange(id, names);
		else if (filter !== 'known' && (event.ctrlKey || event.metaKey)) toggleSelected(id, currentId);
		else show(id);
	}
	return (
		<div
			ref={(element) => {
				list.current = element;
				return cursor >= 0 ? focusIfLost(element) : undefined;
			}}
			role="listbox"
			tabIndex={0}
			data-takes-focus={cursor >= 0 ? '' : undefined}
			aria-label={message('names.list')}
			aria-multiselectable={filter !== 'known'}
			aria-activedescendant={cursor >= 0 ? rowId(cursor) : undefined}
			className={styles.list}
			onKeyDown={press}
		>
			{/* Positions are data of this list; the stylesheet cannot know them. */}
			<div role="presentation" className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
				{rows.getVirtualItems().map(({ index, start }) => {
					const name = names[index];
					return name ? (
						<Row
							key={name.id}
							name={name}
							index={index}
							count={names.length}
							startPx={start}
							isCursor={index === cursor}
							isSelected={isAmongSeveral ? selectedIds.has(name.id) : name.id === currentId}
							onChoose={choose}
						/>
					) : null;
				})}
			</div>
		</div>
	);
}

interface RowProps {
	name: ListedName;
	index: number;
	count: number;
	startPx: number;
	isCursor: boolean;
	isSelected: boolean;
	onChoose(event: MouseEvent, id: NameId): void;
}

function Row({ name, index, count, startPx, isCursor, isSelected, onChoose }: RowProps) {
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys; it alone has the focus
		<div
			id={rowId(index)}
			role="option"
			tabIndex={-1}
			aria-selected={isSelected}
			aria-posinset={index + 1}
			aria-setsize={count}
			data-cursor={isCursor ? '' : undefined}
			className={styles.item}
			style={{ transform: `translateY(${startPx}px)` }}
			onMouseDown={(event) => event.shiftKey && event.preventDefault()}
			onClick={(event) => onChoose(event, name.id)}
		>
			<span className={styles.name}>{name.title}</span>
			<span className={styles.others}>{name.others}</span>
			<Chip>{message(`names.kind.${name.kind}`)}</Chip>
		</div>
	);
}

function rowId(place: number): string {
	return `name-${place}`;
}
