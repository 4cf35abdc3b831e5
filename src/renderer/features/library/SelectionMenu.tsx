import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { ReferencesExportDialog } from '#renderer/features/quotes/index.ts';
import { useReadingList, withRecords } from '#renderer/features/reading-list/index.ts';
import { askForTranslation } from '#renderer/features/translations/index.ts';
import { askToWithdraw } from '#renderer/features/withdrawals/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand, useAnsweredCommands } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { CommandEntry, CommandItems, ContextMenu, onceClosed } from '#renderer/ui/ContextMenu.tsx';
import { Menu, MenuGroup, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { inboxCollectionId } from '#shared/domain/inbox.ts';
import { message } from '#shared/messages/messages.ts';
import { CollectionDialog } from './CollectionDialog.tsx';
import { DescribeDialog } from './description/DescribeDialog.tsx';
import type { LibraryPlace } from './library-place.ts';
import { useLibrary } from './library-store.ts';
import {
	addToCollection,
	fileFromInbox,
	moveToBin,
	removeFromCollection,
	restore,
	takeOutOfInbox,
	verifyRecords,
} from './record-mutations.ts';
import { useIsOnlyOpened, useRecordCommandIds } from './use-record-commands.ts';

/** What can be done with the chosen records together. */
export function SelectionMenu({ place }: { place: LibraryPlace }) {
	const isReadOnly = useIsReadOnly();
	const ids = [...useLibrary(({ selectedIds }) => selectedIds)];
	const [isMaking, setIsMaking] = useState(false);
	const [isExporting, setIsExporting] = useState(false);
	const [isDescribing, setIsDescribing] = useState(false);
	const list = useReadingList();
	function keep(): void {
		list.set(withRecords(list.ids, ids));
		showToast(message('reading-list.kept-many', { count: ids.length }));
	}
	const isOne = ids.length === 1;
	const menuAt = useLibrary((library) => library.menuAt);
	const isOnlyOpened = useIsOnlyOpened(place);
	// A menu that was asked for elsewhere is not there when one comes back.
	useEffect(() => closeMenu, []);
	const label = message('library.with-selected', { count: ids.length });
	const contextMenu = (entries: ReactNode) =>
		menuAt ? (
			<ContextMenu at={menuAt} label={label} onClose={closeMenu}>
				{isOne && ids[0] ? <OpenItem id={ids[0]} /> : null}
				{entries}
			</ContextMenu>
		) : null;
	if (ids.length === 0) return null;
	if (isOnlyOpened) return isOne ? contextMenu(place.bin ? null : <RecordItems />) : null;
	if (place.bin)
		return (
			<>
				<Button onPress={() => restore(ids)}>{message('library.restore', { count: ids.length })}</Button>
				<Button variant="danger" onPress={() => askToWithdraw(ids)}>
					{message('command.records.withdraw')}
				</Button>
				{contextMenu(
					<>
						<MenuItem onAction={() => restore(ids)}>{message('library.restore', { count: ids.length })}</MenuItem>
						<CommandItems ids={['records.withdraw']} />
					</>,
				)}
			</>
		);
	const entries = (
		<>
			<MenuItem onAction={() => setIsExporting(true)}>{message('references.export')}</MenuItem>
			<MenuItem onAction={() => verifyRecords(ids)}>{message('library.verify')}</MenuItem>
			<CommandItems ids={['receipt.make']} />
			<MenuItem onAction={keep}>{message('reading-list.off')}</MenuItem>
			{isReadOnly ? null : (
				<Changes
					place={place}
					ids={ids}
					onNewCollection={() => setIsMaking(true)}
					onDescribe={() => setIsDescribing(true)}
				/>
			)}
		</>
	);
	return (
		<>
			<MenuTrigger>
				<ChipButton isOn>
					{label}
					<ChevronDown size={12} aria-hidden />
				</ChipButton>
				<Menu aria-label={label}>{entries}</Menu>
			</MenuTrigger>
			{contextMenu(
				<>
					{isOne ? <RecordItems /> : null}
					{entries}
				</>,
			)}
			{isExporting ? <ReferencesExportDialog ids={ids} onClose={() => setIsExporting(false)} /> : null}
			{isDescribing ? <DescribeDialog recordIds={ids} onClose={() => setIsDescribing(false)} /> : null}
			{isMaking ? <CollectionDialog recordIds={ids} onClose={() => setIsMaking(false)} /> : null}
		</>
	);
}

const closeMenu = () => useLibrary.setState({ menuAt: null });

/** What is done with one record alone; each entry is in its place from the first, though it may be for no such record. */
function RecordItems() {
	const answered = useAnsweredCommands();
	return useRecordCommandIds().map((id) => (
		<CommandEntry
			key={id}
			id={id}
			command={id}
			isDisabled={!answered.has(id)}
			onAction={() => onceClosed(() => runCommand(id))}
		/>
	));
}

function OpenItem({ id }: { id: RecordId }) {
	const navigate = useNavigate();
	return (
		<MenuItem
			onAction={() =>
				void navigate({ to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}', params: { recordId: id } })
			}
		>
			{message('graph.open.record')}
		</MenuItem>
	);
}

interface ChangesProps {
	place: LibraryPlace;
	ids: RecordId[];
	onNewCollection(): void;
	onDescribe(): void;
}

/** What changes the archive: not where that can only be read. */
function Changes({ place: { collection }, ids, onNewCollection, onDescribe }: ChangesProps) {
	const { data: collections = [] } = useQuery(queries.collections.list());
	const isInbox = collection === inboxCollectionId;
	return (
		<>
			<MenuGroup title={message(isInbox ? 'inbox.file' : 'library.add-to-collection')}>
				{collections
					.filter(({ id }) => id !== collection && id !== inboxCollectionId)
					.map(({ id, name }) => (
						<MenuItem
							key={id}
							onAction={() => (isInbox ? fileFromInbox(ids, { id, name }) : addToCollection(id, name, ids))}
						>
							{name}
						</MenuItem>
					))}
				<MenuItem onAction={() => onNewCollection()}>{message('collection.new')}</MenuItem>
			</MenuGroup>
			<MenuGroup title={message('library.work-on')}>
				<CommandItems ids={['recognition.start']} />
				<MenuItem onAction={() => askForTranslation(ids)}>{message('translations.ask')}</MenuItem>
				<MenuItem onAction={onDescribe}>{message('library.describe')}</MenuItem>
				<CommandItems ids={['records.join']} />
			</MenuGroup>
			<MenuGroup title={message('library.take-away')}>
				{isInbox ? <MenuItem onAction={() => takeOutOfInbox(ids)}>{message('inbox.done')}</MenuItem> : null}
				{collection && !isInbox ? (
					<MenuItem onAction={() => removeFromCollection(collection, ids)}>
						{message('library.remove-from-collection')}
					</MenuItem>
				) : null}
				<MenuItem onAction={() => moveToBin(ids)}>{message('library.move-to-bin')}</MenuItem>
				<CommandItems ids={['records.withdraw']} />
			</MenuGroup>
		</>
	);
}
