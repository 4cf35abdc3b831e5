import { create } from 'zustand';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import type { PageRegion } from '#shared/domain/page-box.ts';

/** A region that somebody wants to see, from wherever in the app. */
export interface PageRequest {
	recordId: RecordId;
	annotationId: AnnotationId;
	region: PageRegion;
}

/** Waits for the pages of its record, which take it away when they show it. */
export const usePageRequest = create<{ request: PageRequest | null }>(() => ({ request: null }));

/** Has the pages show what an annotation was made on, as soon as its record is open; nothing for one on no region. */
export function requestRegion({ id, recordId, region }: Annotation): void {
	if (region) usePageRequest.setState({ request: { recordId, annotationId: id, region } });
}
