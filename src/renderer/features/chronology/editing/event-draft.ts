import type { ArchiveEvent, EventFields } from '#shared/domain/event.ts';

export const emptyDraft: EventFields = {
	title: '',
	kind: '',
	edtf: '',
	dateWords: '',
	inferred: '',
	duration: '',
	description: '',
	source: '',
	placeIds: [],
	participantIds: [],
	relations: [],
};

export function draftOf(event: ArchiveEvent): EventFields {
	const { title, kind, edtf, dateWords, inferred, duration, description, source } = event;
	const { placeIds, participantIds, relations } = event;
	const own = { title, kind, edtf, dateWords, inferred, duration, description, source };
	return { ...own, placeIds, participantIds, relations };
}
