import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { NavEntry, NavSection } from '#renderer/ui/NavList.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { Collection } from '#shared/domain/collection.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import { inboxCollectionId } from '#shared/domain/inbox.ts';
import { collation } from '#shared/messages/collation.ts';
import { message } from '#shared/messages/messages.ts';
import { CollectionDialog } from './CollectionDialog.tsx';

type Asked = { kind: 'new'; parentId?: CollectionId } | { kind: 'rename'; collection: Collection };

/** The collections as a nested list in the navigation, with what can be done to each. */
export function CollectionList() {
	const { data: collections = [] } = useQuery(queries.collections.list());
	const isReadOnly = useIsReadOnly();
	const [asked, setAsked] = useState<Asked | null>(null);
	if (isReadOnly && collections.length === 0) return null;
	return (
		<NavSection
			title={message('navigation.collections')}
			action={
				isReadOnly ? null : (
					<IconButton label={message('collection.new')} onPress={() => setAsked({ kind: 'new' })}>
						<Plus size={14} />
					</IconButton>
				)
			}
		>
			{inTreeOrder(collections.filter(({ id }) => id !== inboxCollectionId)).map(({ collection, depth }) => (
				<NavEntry
					key={collection.id}
					count={collection.recordCount}
					depth={depth}
					action={
						isReadOnly && readingCopy ? null : (
							<CollectionMenu collection={collection} isReadOnly={isReadOnly} onAsk={setAsked} />
						)
					}
				>
					<Link to="/library" search={{ collection: collection.id }}>
						{collection.name}
					</Link>
				</NavEntry>
			))}
			{asked ? (
				<CollectionDialog
					{...(asked.kind === 'rename'
						? { collection: asked.collection }
						: asked.parentId
							? { parentId: asked.parentId }
							: {})}
					onClose={() => setAsked(null)}
				/>
			) : null}
		</NavSection>
	);
}

interface CollectionMenuProps {
	collection: Collection;
	isReadOnly: boolean;
	onAsk(asked: Asked): void;
}

function CollectionMenu({ collection, isReadOnly, onAsk }: CollectionMenuProps) {
	const { id: collectionId } = collection;
	const verify = () => void archive.calls.originals.verify({ collectionId }).catch(showError);
	const label = message('collection.menu', { name: collection.name });
	return (
		<MenuTrigger>
			<IconButton label={label}>
				<Ellipsis size={14} />
			</IconButton>
			<Menu aria-label={label}>
				{readingCopy ? null : <MenuItem onAction={verify}>{message('library.verify')}</MenuItem>}
				{isReadOnly ? null : (
					<>
						<MenuItem onAction={() => onAsk({ kind: 'rename', collection })}>{message('collection.rename')}</MenuItem>
						<MenuItem onAction={() => onAsk({ kind: 'new', parentId: collection.id })}>
							{message('collection.new-inside')}
						</MenuItem>
						<MenuItem onAction={() => remove(collection)}>{message('collection.remove')}</MenuItem>
					</>
				)}
			</Menu>
		</MenuTrigger>
	);
}

function remove({ id, name }: Collection): void {
	archive.calls.collections.remove({ id }).then(() => {
		const undo = {
			label: message('command.history.undo'),
			run: () => void runCommand('history.undo'),
			isLastStep: true as const,
		};
		showToast(message('collection.removed', { name }), undo);
	}, showError);
}

type Depth = 0 | 1 | 2 | 3;

/** Parents before their children, by name; deeper than four levels is shown at the fourth. */
function inTreeOrder(collections: readonly Collection[]): { collection: Collection; depth: Depth }[] {
	const known = new Set(collections.map(({ id }) => id));
	const order = collation();
	const byName = [...collections].sort((a, b) => order(a.name, b.name));
	function below(parentId: CollectionId | null, depth: number): { collection: Collection; depth: Depth }[] {
		return byName
			.filter(
				(collection) =>
					(collection.parentId && known.has(collection.parentId) ? collection.parentId : null) === parentId,
			)
			.flatMap((collection) => [
				{ collection, depth: Math.min(depth, 3) as Depth },
				...below(collection.id, depth + 1),
			]);
	}
	return below(null, 0);
}
