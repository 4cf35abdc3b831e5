import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { NavEntry, NavSection } from '#renderer/ui/NavList.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { SavedSearch } from '#shared/domain/saved-search.ts';
import { message } from '#shared/messages/messages.ts';
import { readFilters } from '#shared/search/search-filters.ts';
import { SavedSearchDialog } from './SavedSearchDialog.tsx';
import { useLooks } from './saved-search-looks.ts';
import { useHitCounts } from './use-hit-counts.ts';

/** The searches that are kept, each with its hits and with those that came since it was last looked at. */
export function SavedSearchList() {
	const { data: searches = [] } = useQuery(queries.savedSearches.list());
	const isReadOnly = useIsReadOnly();
	const { lookedAt } = useLooks();
	const counts = useHitCounts(searches, lookedAt);
	const [renamed, setRenamed] = useState<SavedSearch | null>(null);
	if (searches.length === 0) return null;
	return (
		<NavSection title={message('saved-search.list')}>
			{searches.map((search) => {
				const { all, fresh = 0 } = counts.get(search.id) ?? {};
				return (
					<NavEntry
						key={search.id}
						count={all}
						action={isReadOnly ? null : <SavedSearchMenu search={search} onRename={() => setRenamed(search)} />}
					>
						<Link
							to="/search"
							search={{ q: search.text, ...readFilters(search.filters) }}
							activeOptions={{ exact: true }}
						>
							{search.name}{' '}
							{fresh > 0 ? <Chip tone="accent">{message('saved-search.fresh', { count: fresh })}</Chip> : null}
						</Link>
					</NavEntry>
				);
			})}
			{renamed ? (
				<SavedSearchDialog
					title={message('saved-search.rename')}
					name={renamed.name}
					save={(name) => archive.calls.savedSearches.rename({ id: renamed.id, name, revision: renamed.revision })}
					onClose={() => setRenamed(null)}
				/>
			) : null}
		</NavSection>
	);
}

function SavedSearchMenu({ search, onRename }: { search: SavedSearch; onRename(): void }) {
	const label = message('saved-search.menu', { name: search.name });
	return (
		<MenuTrigger>
			<IconButton label={label}>
				<Ellipsis size={14} />
			</IconButton>
			<Menu aria-label={label}>
				<MenuItem onAction={onRename}>{message('saved-search.rename')}</MenuItem>
				<MenuItem onAction={() => remove(search)}>{message('saved-search.remove')}</MenuItem>
			</Menu>
		</MenuTrigger>
	);
}

function remove({ id, name }: SavedSearch): void {
	archive.calls.savedSearches
		.remove({ id })
		.then(() => showToast(message('saved-search.removed', { name }), undoAction()), showError);
}
