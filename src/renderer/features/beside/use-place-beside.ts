import { useEffect, useLayoutEffect, useRef } from 'react';
import { followPlace, type KeptPlace, placeAtTop, placeKey, scrollToPlace } from '#renderer/features/reader/index.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useHistoryEntry } from '#renderer/lib/history-entry.ts';
import { ifFocusIsLost } from '#renderer/lib/lost-focus.ts';
import { setProfile, useProfile } from '#renderer/lib/profile.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import type { BesideSide } from './chosen-words.ts';
import type { DrawnText } from './drawn-text.ts';
import { otherSideOf } from './parallel-view.ts';

/** Where each text stood in each entry of the history of this window, by entry and side: Back comes back to it. */
const places = new Map<string, TextPoint>();

interface PlaceBeside {
	side: BesideSide;
	/** The passage that the address names. */
	ordinal: number | undefined;
	/** The keyboard is in this text, or would be if it were in any. */
	isActive: boolean;
	/** Whether where it is left is where its record is opened again. */
	isKept: boolean;
	onLead(side: BesideSide): void;
}

/**
 * Goes to where one was when coming back, else to what the address names, to the line where it was left there; takes the
 * keyboard if nothing has it. Follows the place, so that a text is left where it was read and not where it was opened.
 */
export function usePlaceBeside(text: DrawnText, { side, ordinal, isActive, isKept, onLead }: PlaceBeside): void {
	const { root, dom, record, recordId, editionId } = text;
	const entry = `${useHistoryEntry()} ${side}`;
	const key = placeKey(useArchiveStatus()?.archiveId ?? '', recordId);
	const [kept] = useProfile<KeptPlace | null>(key, null);
	/** Null as long as it did not move. */
	const at = useRef<TextPoint | null>(null);
	const opened = useRef<number | undefined>(undefined);
	const latest = useRef({ kept, draw: text.draw, isActive, isKept, onLead });
	latest.current = { kept, draw: text.draw, isActive, isKept, onLead };

	// Before the next entry is shown, while the place is still this entry's.
	useLayoutEffect(() => {
		return () => {
			if (at.current) places.set(entry, at.current);
		};
	}, [entry]);

	useEffect(
		() =>
			followPlace(root, dom, {
				known: () => at.current ?? { ordinal: 0, offset: 0 },
				moved(place) {
					at.current = place;
				},
				rested(place) {
					at.current = place;
					if (latest.current.isKept)
						setProfile(key, { editionId, shownId: record.editionId, ...place } satisfies KeptPlace);
				},
			}),
		[root, dom, editionId, record.editionId, key],
	);

	useEffect(() => {
		const { kept, draw, isActive, onLead } = latest.current;
		const isOther = ordinal !== opened.current;
		opened.current = ordinal;
		const left = kept?.editionId === editionId && kept.ordinal === ordinal ? kept.offset : 0;
		const named = isOther && ordinal !== undefined ? { ordinal, offset: left } : null;
		const place = places.get(entry) ?? named;
		const go = () => {
			if (!place) return;
			draw(place.ordinal);
			scrollToPlace(root, dom, place);
			at.current = { ordinal: place.ordinal, offset: place.offset };
		};
		go();
		// Sections around it are laid out only now that they are near: once more.
		const frame = requestAnimationFrame(go);
		const callOff = isActive
			? ifFocusIsLost(() => {
					((place && dom.elementOf(place.ordinal)) ?? root).focus({ preventScroll: true });
					// What takes the focus leads; a text without a place goes to where the other stands.
					onLead(place ? side : otherSideOf(side));
				})
			: undefined;
		return () => {
			cancelAnimationFrame(frame);
			callOff?.();
		};
	}, [entry, ordinal, root, dom, editionId, side]);
}

/** Keeps the line at the top of a text as the place where its record was left, now. */
export function keepPlaceOf({ root, dom, record, recordId, editionId }: DrawnText, archiveId: string): void {
	// Behind a tab it was kept when it rested.
	const place = root.clientHeight > 0 ? placeAtTop(root, dom, 'line') : null;
	if (place)
		setProfile(placeKey(archiveId, recordId), { editionId, shownId: record.editionId, ...place } satisfies KeptPlace);
}
