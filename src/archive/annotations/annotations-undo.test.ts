import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { purposes } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { AnnotationsService } from './annotations-service.ts';

const texts = ['Alpha beta gamma', 'Delta 😀 epsilon', 'Zeta eta theta'];
const place = fc.record({
	ordinal: fc.nat({ max: 2 }),
	start: fc.nat({ max: 6 }),
	length: fc.integer({ min: 1, max: 6 }),
});
const tags = fc.array(fc.constantFrom('alpha', 'Alpha', 'beta', 'gamma'), { maxLength: 3 });
const fields = fc.record({
	purpose: fc.constantFrom(...purposes),
	body: fc.constantFrom('', 'one', 'two'),
	tags,
	isResolved: fc.boolean(),
});
const action = fc.oneof(
	fc.record({ do: fc.constant('add' as const), place: fc.option(place), fields, replyTo: fc.option(fc.nat()) }),
	fc.record({
		do: fc.constant('update' as const),
		which: fc.nat(),
		fields: fc.record(fieldsParts(), { requiredKeys: [] }),
	}),
	fc.record({ do: fc.constant('remove' as const), which: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }),
	fc.record({ do: fc.constant('tag' as const), tags }),
);

function fieldsParts() {
	return { body: fc.constantFrom('', 'one', 'two'), tags, isResolved: fc.boolean() };
}

function open() {
	const archive = openTestArchive();
	const tagsService = new TagsService(archive.database);
	const annotations = new AnnotationsService(archive.database, archive.editions, tagsService, () => 'A. Reader');
	const recordId = archive.addRecord(1);
	const edition = archive.addEdition(recordId, texts);
	let last = 100;

	const pick = (number: number) => {
		const list = annotations.list({ recordId });
		return list[number % Math.max(1, list.length)];
	};
	const run = (made: typeof action extends fc.Arbitrary<infer A> ? A : never) => {
		if (made.do === 'add') {
			const parent = made.replyTo === null ? undefined : pick(made.replyTo);
			last += 1;
			annotations.add({
				id: testId<AnnotationId>(last),
				recordId,
				range: made.place && {
					editionId: edition.id,
					startOrdinal: made.place.ordinal,
					startOffset: made.place.start,
					endOrdinal: made.place.ordinal,
					endOffset: made.place.start + made.place.length,
				},
				fields: made.fields,
				...(parent && { replyToId: parent.id }),
			});
		} else if (made.do === 'update') {
			const chosen = pick(made.which);
			if (chosen) annotations.update({ id: chosen.id, revision: chosen.revision, fields: made.fields });
		} else if (made.do === 'remove') {
			const ids = made.which.flatMap((which) => pick(which)?.id ?? []);
			annotations.remove({ ids });
		} else {
			tagsService.setOnRecord({ recordId, tags: made.tags });
		}
	};
	/** Everything a person sees, without the stamps, which only move on. */
	const seen = () => ({
		annotations: annotations.list({ recordId }).map(({ clock: _clock, revision: _revision, ...rest }) => rest),
		tags: tagsService.list(),
		onRecord: tagsService.tagsOf('record', [recordId]),
	});
	return { ...archive, run, seen };
}

test('undoing everything gives the first state, redoing everything the last, and each state in between', () => {
	fc.assert(
		fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
			const { run, seen, history, connection } = open();
			const states = [seen()];
			for (const made of actions) {
				const before = history.changeNumber();
				run(made);
				if (history.changeNumber() > before) states.push(seen());
			}
			for (const state of states.slice(0, -1).reverse()) {
				expect(history.undo()).not.toBeNull();
				expect(seen()).toEqual(state);
			}
			expect(history.undo()).toBeNull();
			for (const state of states.slice(1)) {
				expect(history.redo()).not.toBeNull();
				expect(seen()).toEqual(state);
			}
			expect(history.redo()).toBeNull();
			connection.close();
		}),
		{ numRuns: 150 },
	);
});
