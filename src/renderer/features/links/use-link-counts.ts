import { useEffect } from 'react';
import { runCommand } from '#renderer/lib/commands.ts';
import { useSlots } from '#renderer/ui/slots.tsx';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { type LinkView, passagesOf } from '#shared/domain/link.ts';
import { useLinksView } from './links-store.ts';
import { type OpenText, useRecordLinks } from './use-record-links.ts';

/** Keeps how many links stand on each passage of the text that is open, and answers the buttons beside them (`data-links-of`). */
export function useLinkCounts(root: HTMLElement | null, recordId: RecordId, text: OpenText): void {
	const { links } = useRecordLinks(recordId, text);
	const { editionId } = text;
	useEffect(() => {
		useLinksView.setState({ counts: countByPassage(links ?? [], recordId, editionId) });
		return () => useLinksView.setState({ counts: new Map() });
	}, [links, recordId, editionId]);
	useEffect(() => {
		const click = (event: MouseEvent) => {
			const button = event.target instanceof Element ? event.target.closest('button') : null;
			const { linksOf } = button?.dataset ?? {};
			if (linksOf !== undefined) showLinks(Number(linksOf));
		};
		root?.addEventListener('click', click);
		return () => root?.removeEventListener('click', click);
	}, [root]);
}

/** Goes to the links of a passage, opening the pane they are in where that is closed. */
export function showLinks(ordinal: number): void {
	if (!useSlots.getState().placed.inspector) runCommand('pane.inspector');
	useLinksView.setState({ wantedOrdinal: ordinal });
}

function countByPassage(links: readonly LinkView[], recordId: RecordId, editionId: EditionId): Map<number, number> {
	const counts = new Map<number, number>();
	for (const link of links)
		for (const ordinal of passagesOf(link, recordId, editionId)) counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1);
	return counts;
}
