import { useEffect } from 'react';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { setProfile } from '#renderer/lib/profile.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { useReader } from './reader-store.ts';
import { followPlace } from './text/follow-place.ts';

/** Where a record was left: kept on this device, never in the archive. */
export interface KeptPlace extends TextPoint {
	editionId: EditionId;
	/** The edition that the record showed then: once it shows another, what was read last gives way to that. */
	shownId?: EditionId | null;
}

/** Profile key of the place where a record of an archive was left. */
export function placeKey(archiveId: string, recordId: string): string {
	return `reader.place.${archiveId}.${recordId}`;
}

/** Follows the place at the top of the page as it scrolls, and keeps it when it rests and when the page is left. */
export function useReadingPlace(
	root: HTMLElement | null,
	dom: PassageDom | null,
	{ editionId, shownId }: { editionId: EditionId; shownId: EditionId | null },
	key: string,
) {
	useEffect(() => {
		if (!root || !dom) return;
		return followPlace(root, dom, {
			known: () => useReader.getState().place,
			moved: (place) => useReader.setState({ place }),
			rested(place) {
				useReader.setState({ place });
				setProfile(key, { editionId, shownId, ...place } satisfies KeptPlace);
			},
		});
	}, [root, dom, editionId, shownId, key]);
}
