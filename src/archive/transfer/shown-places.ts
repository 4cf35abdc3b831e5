import { textsOf } from '#archive/adding/edition-succession.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { AnnotationTarget } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { ArchivePlaces } from './archive-places.ts';
import type { PlannedAnnotation } from './planned-annotation.ts';

interface LookedFor {
	plan: PlannedAnnotation;
	target: AnnotationTarget;
	shownId: EditionId;
}

/**
 * Looks for those that were made on another edition than their record shows, and come without a place in it, as a new
 * edition does: so that the report can say how they stand.
 */
export async function placeInShown(
	plans: readonly PlannedAnnotation[],
	{
		places,
		importer,
		file,
		signal,
	}: { places: ArchivePlaces; importer: ImportClient; file: string; signal: AbortSignal },
): Promise<void> {
	const all = plans.flatMap((plan) => lookedFor(plan, places) ?? []);
	for (const shownId of new Set(all.map((one) => one.shownId))) {
		const here = all.filter((one) => one.shownId === shownId);
		const passages = (id: EditionId) => textsOf(places.texts.get(id)?.stream.blocks ?? []);
		const sources = [...new Set(here.map(({ target }) => target.editionId))];
		const old = sources.map((editionId) => ({ editionId, passages: passages(editionId) }));
		const task = { new: passages(shownId), old, marks: here.map(({ target }) => target) };
		// Texts that are too much for it cost only their own marks a place: the report says so, and they are looked for again
		// when the archive is opened.
		const anchored = await importer.anchor(file, task, signal).catch((error: unknown) => {
			if (signal.aborted) throw error;
		});
		for (const [at, { plan }] of here.entries()) {
			const found = anchored?.places[at];
			if (found) plan.places.push({ ...found, editionId: shownId });
		}
	}
}

function lookedFor(plan: PlannedAnnotation, places: ArchivePlaces): LookedFor | null {
	const { target, recordId } = plan.made;
	const shownId = places.record(recordId)?.editionId ?? null;
	if (!target || !shownId || shownId === target.editionId || places.hasAnnotation(plan.made.id)) return null;
	return plan.places.some(({ editionId }) => editionId === shownId) ? null : { plan, target, shownId };
}
