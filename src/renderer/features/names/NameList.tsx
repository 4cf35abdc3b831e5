import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { CommandItems, ContextMenu } from '#renderer/ui/ContextMenu.tsx';
import { askedRow } from '#renderer/ui/context-menu.ts';
import { MenuItem } from '#renderer/ui/Menu.tsx';
import { useAsked } from '#renderer/ui/use-asked.ts';
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
	/** Chooses a name for its menu. Unlike showing it, this never leaves the list. */
	choose(id: NameId): void;
	/** Goes to the details of the name that is shown. */
	enter(): void;
}

const rowHeightPx = 59;
const nameCommands = ['names.merge', 'names.split', 'names.remove'] as const;
/** A form that is known elsewhere is no name here yet. */
const knownCommands = ['names.new'] as const;

/** All names that fit, of which only those in sight are in the document. One stop for Tab; the keys move within. */
export function NameList({ names, currentId, show, choose, enter }: NameListProps) {
	const host = useRef<HTMLDivElement>(null);
	const { selectedIds, cursorId, filter } = useNames();
	const rows = useVirtualizer({
		count: names.length,
		getScrollElement: () => host.current,
		estimateSize: () => rowHeightPx,
		overscan: 6,
	});
	const cursor = names.findIndex(({ id }) => id === (cursorId ?? currentId));
	const pressKey = useNameKeys({ names, currentId, show, enter });
	const isReadOnly = useIsReadOnly();
	const areSeveral = selectedIds.size > 1;
	const isChosen = (id: NameId) => (selectedIds.size > 0 ? selectedIds.has(id) : id === currentId);
	useEffect(() => {
		if (cursor >= 0) rows.scrollToIndex(cursor, { align: 'auto' });
	}, [rows, cursor]);

	function press(event: MouseEvent, id: NameId): void {
		if (filter !== 'known' && event.shiftKey) selectRange(id, names);
		else if (filter !== 'known' && (event.ctrlKey || event.metaKey)) toggleSelected(id, currentId);
		else show(id);
	}
	const [asked, setAsked] = useAsked((id: NameId) => names.some((name) => name.id === id));
	function ask(event: MouseEvent): void {
		const row = askedRow(event);
		const name = row && names[row.index];
		if (!row || !name) return;
		// Of several that are chosen, the menu is of all of them.
		const isOfSeveral = areSeveral && selectedIds.has(name.id);
		if (isReadOnly && (isOfSeveral || filter === 'known')) return;
		event.preventDefault();
		if (!isOfSeveral) choose(name.id);
		setAsked({ of: name.id, at: row.at });
	}
	return (
		<>
			<div
				ref={(element) => {
					host.current = element;
					return cursor >= 0 ? focusIfLost(element) : undefined;
				}}
				role="listbox"
				tabIndex={0}
				data-takes-focus={cursor >= 0 ? '' : undefined}
				aria-label={message('names.list')}
				aria-multiselectable={filter !== 'known'}
				aria-activedescendant={cursor >= 0 ? rowId(cursor) : undefined}
				className={styles.list}
				onKeyDown={pressKey}
				onContextMenu={ask}
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
								isSelected={isChosen(name.id)}
								onChoose={press}
							/>
						) : null;
					})}
				</div>
			</div>
			{/* Not before the name is the chosen one: the entries are those of what is chosen. */}
			{asked && isChosen(asked.of) ? (
				<ContextMenu at={asked.at} label={message('names.actions')} onClose={() => setAsked(null)}>
					{filter === 'known' || areSeveral ? null : <PageItem id={asked.of} />}
					<CommandItems ids={filter === 'known' ? knownCommands : nameCommands} />
				</ContextMenu>
			) : null}
		</>
	);
}

function PageItem({ id }: { id: NameId }) {
	const navigate = useNavigate();
	return (
		<MenuItem onAction={() => void navigate({ to: '/name/$nameId/{-$part}', params: { nameId: id, part: undefined } })}>
			{message('names.open-page')}
		</MenuItem>
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
			data-index={index}
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
