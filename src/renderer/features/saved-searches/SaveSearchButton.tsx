import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { newId, type SavedSearchId } from '#shared/domain/ids.ts';
import type { KeptFilters } from '#shared/domain/saved-search.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { SavedSearchDialog } from './SavedSearchDialog.tsx';
import { useSavedAs } from './saved-search-query.ts';

const longestName = 80;

/** Keeps the search of now in the archive; not there where it is kept already or nothing can be. */
export function SaveSearchButton({ query }: { query: SearchQuery }) {
	const [isAsking, setAsking] = useState(false);
	const isReadOnly = useIsReadOnly();
	const saved = useSavedAs(query);
	const text = query.text.trim();
	if (isReadOnly || saved || text === '') return null;
	async function save(name: string): Promise<void> {
		const { text: words, since: _since, ...filters } = query;
		const id = newId<SavedSearchId>();
		await archive.calls.savedSearches.add({ id, name, text: words.trim(), filters: filters as KeptFilters });
		showToast(message('saved-search.saved', { name }), undoAction());
	}
	return (
		<>
			<Button onPress={() => setAsking(true)}>{message('saved-search.save')}</Button>
			{isAsking ? (
				<SavedSearchDialog
					title={message('saved-search.save')}
					name={text.slice(0, longestName)}
					save={save}
					onClose={() => setAsking(false)}
				/>
			) : null}
		</>
	);
}
