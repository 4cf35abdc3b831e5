import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { type LinkView, linksIn } from '#shared/domain/link.ts';

/** A text that is open, and the edition that its record shows. */
export interface OpenText {
	editionId: EditionId;
	shownId: EditionId | null;
	blocks: readonly StoredBlock[];
}

/** Every link of a record; with a text that is open, as they stand there: its record may show another edition. */
export function useRecordLinks(recordId: RecordId, text: OpenText | null) {
	const { data: links, error } = useQuery(queries.links.list({ kind: 'record', id: recordId }));
	// A reading copy holds one edition of each record.
	const isElsewhere = text !== null && text.editionId !== text.shownId && !readingCopy;
	const asked = { recordId, editionId: text?.editionId as EditionId };
	const { data: places } = useQuery({ ...queries.links.placesIn(asked), enabled: isElsewhere });
	const standing = useMemo((): readonly LinkView[] | undefined => {
		if (!links || !isElsewhere || !text) return links;
		// Until places are known, ends stand where they were made, and nowhere else.
		return linksIn(links, { recordId, editionId: text.editionId, places: places ?? [], blocks: text.blocks });
	}, [links, places, isElsewhere, recordId, text]);
	return { links: standing, error };
}
