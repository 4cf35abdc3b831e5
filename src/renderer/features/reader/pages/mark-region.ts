import { addAnnotation, announceMark, startEditing } from '#renderer/features/annotations/index.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { stopMarking, usePageView } from './page-view-store.ts';

/** Makes an annotation of the frame that is drawn and opens its card for writing. */
export async function markFrame(recordId: RecordId, originalSha256: Sha256, purpose: Purpose): Promise<void> {
	const { frame } = usePageView.getState();
	if (!frame) return;
	const region = { originalSha256, page: frame.page, ...frame.box };
	const added = await addAnnotation({ recordId, range: null, region, purpose });
	if (!added) return;
	announceMark(purpose, message('annotations.region.place', { page: frame.page }));
	stopMarking();
	startEditing(added.id);
}
