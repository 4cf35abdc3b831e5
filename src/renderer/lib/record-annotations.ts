import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { afterPaint } from './after-paint.ts';
import { queries } from './query-keys.ts';

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
