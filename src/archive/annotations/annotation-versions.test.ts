import { expect, test } from 'vitest';
import { addEditionTo, newCopy } from '#archive/testing/merge-copies.ts';
import { fillCopy } from '#archive/testing/random-work.ts';
import type { AnnotationId, LinkId } from '#shared/domain/ids.ts';

test('its history tells of places, replies and links, and of what of them was taken back', async () => {
	const copy = newCopy(1);
	fillCopy(copy);
	const { annotations, placements, links, records, history } = copy.services;
	const [record, other] = records.list({});
	if (!record?.editionId || !other) throw new Error('no text');
	const { id: recordId, editionId } = record;
	const id = copy.freshId<AnnotationId>();
	const range = { editionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: record.title.length + 8 };
	const fields = { purpose: 'claim' as const, body: 'So it was', tags: [], isResolved: false };
	annotations.add({ id, recordId, range, fields });
	const edition = await addEditionTo(copy, recordId, ['A preface', `${record.title} one two three`]);
	const asked = { ...range, editionId: edition.id, startOrdinal: 1, endOrdinal: 1, endOffset: record.title.length };
	placements.place({ id, range: asked });
	placements.leave({ id });
	history.undo();
	annotations.add({
		...{ id: copy.freshId<AnnotationId>(), recordId, range: null, replyToId: id },
		fields: { ...fields, purpose: 'note', body: 'Was it?' },
	});
	const linkId = copy.freshId<LinkId>();
	links.add({ id: linkId, type: 'supports', from: { kind: 'record', id: other.id }, to: { kind: 'annotation', id } });
	links.remove({ ids: [linkId] });
	annotations.remove({ ids: [id] });

	const link = { type: 'supports', isOutgoing: false, title: other.title };
	const told = annotations.history({ id });
	expect(told.map(({ at: _, author, ...rest }) => ({ ...rest, isSigned: author === 'Reader 1' })).reverse()).toEqual(
		[
			{ label: 'claimAdded', kind: 'do', purpose: 'claim', body: 'So it was', isResolved: false },
			{ label: 'editionAdded', kind: 'do', places: [{ placement: 'placed', words: `${record.title} one two` }] },
			{ label: 'annotationPlaced', kind: 'do', places: [{ placement: 'placed', words: record.title }] },
			{ label: 'annotationLeft', kind: 'do', places: [{ placement: 'left', words: '' }] },
			{ label: 'annotationLeft', kind: 'undo', places: [{ placement: 'placed', words: record.title }] },
			{ label: 'replyAdded', kind: 'do', repliesAdded: ['Was it?'] },
			{ label: 'linkAdded', kind: 'do', linksAdded: [link] },
			{ label: 'linksRemoved', kind: 'do', linksRemoved: [link] },
			{ label: 'claimRemoved', kind: 'do', isRemoved: true, repliesRemoved: ['Was it?'] },
		].map((version) => ({ ...version, isSigned: true })),
	);
	copy.close();
});
