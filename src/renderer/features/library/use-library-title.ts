import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { inboxCollectionId } from '#shared/domain/inbox.ts';
import { message } from '#shared/messages/messages.ts';
import type { LibraryPlace } from './library-place.ts';

/** What the library shows, as it is called: empty while a collection's or a tag's name is not known yet. */
export function useLibraryTitle(place: LibraryPlace): string {
	const { data: collections = [] } = useQuery(queries.collections.list());
	const { data: tags = [] } = useQuery(queries.tags.list());
	if (place.bin) return message('library.bin');
	if (place.collection === inboxCollectionId) return message('inbox.title');
	if (place.collection) return collections.find(({ id }) => id === place.collection)?.name ?? '';
	if (place.tag) return tags.find(({ id }) => id === place.tag)?.name ?? '';
	return message('library.title');
}
