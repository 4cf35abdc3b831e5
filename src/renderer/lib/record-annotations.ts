import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type Annotation, placeIn, standingIn } from '#shared/domain/annotation.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { afterPaint } from './after-paint.ts';
import { queries } from './query-keys.ts';
import { readingCopy } from './reading-copy.ts';

interface RecordAnnotations {
	/** None while `isPending`. */
	annotations: readonly Annotation[];
	isPending: boolean;
	error: Error | null;
}

const none: readonly Annotation[] = [];

/**
 * The annotations of a record, those of a text that has thousands too: neither asked for nor drawn until what was just
 * opened has been painted, for it is the text that somebody waits for.
 */
export function useRecordAnnotations(recordId: RecordId): RecordAnnotations {
	const [isPainted, setPainted] = useState(false);
	useEffect(() => afterPaint(() => setPainted(true)), []);
	const { data, error, isPending } = useQuery({ ...queries.annotations.list({ recordId }), enabled: isPainted });
	return { annotations: (isPainted && data) || none, isPending: isPending || !isPainted, error };
}

/** The same, as they stand in the edition that is open: its record may show another one. */
export function useEditionAnnotations(recordId: RecordId, editionId: EditionId | null): RecordAnnotations {
	const known = useRecordAnnotations(recordId);
	const { annotations } = known;
	const areElsewhere = useMemo(
		() => editionId !== null && annotations.some((annotation) => isMarkElsewhere(annotation, editionId)),
		[annotations, editionId],
	);
	const asked = { recordId, editionId: editionId as EditionId };
	// A reading copy holds one edition of each record.
	const isAsked = areElsewhere && !readingCopy;
	const { data: places, error } = useQuery({ ...queries.annotations.placesIn(asked), enabled: isAsked });
	const standing = useMemo(
		() => (isAsked && places ? standingIn(annotations, places) : annotations),
		[annotations, places, isAsked],
	);
	return { ...known, annotations: standing, error: known.error ?? error };
}

function isMarkElsewhere(annotation: Annotation, editionId: EditionId): boolean {
	return (
		(annotation.target ?? annotation.place ?? annotation.origin) !== null && placeIn(annotation, editionId) === null
	);
}
