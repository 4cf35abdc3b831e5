import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { NameId } from '#shared/domain/ids.ts';
import {
	type MergePreview,
	mergedCoordinates,
	mergedDescription,
	mergedForms,
	mergedIdentifiers,
	type Name,
	type NameUses,
} from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { checkedForms } from './name-forms.ts';
import type { NamesService } from './names-service.ts';

export interface NameSplit {
	id: NameId;
	revision: number;
	/** Id of the new name. */
	newId: NameId;
	/** Which forms go to it, by their places in the list. */
	places: number[];
}

/** Two names that are one, and one name that is two: with all that points at them. */
export class NameJoiningService {
	readonly #database: ArchiveDatabase;
	readonly #names: NamesService;
	readonly #links: LinksService;
	readonly #events: EventsService;
	readonly #language: () => string;

	/** @param language BCP 47 of the forms in which names are shown, asked each time. */
	constructor(
		database: ArchiveDatabase,
		names: NamesService,
		links: LinksService,
		events: EventsService,
		language: () => string,
	) {
		this.#database = database;
		this.#names = names;
		this.#links = links;
		this.#events = events;
		this.#language = language;
	}

	/** How many links and events point at any of these names. */
	uses({ ids }: { ids: NameId[] }): NameUses {
		return { linkCount: this.#links.countAtNames(ids), eventCount: this.#events.countWithNames(ids) };
	}

	/** What merging would do to links and events: the first stays. Says plainly what cannot stay as it is. */
	previewMerge({ ids }: { ids: NameId[] }): MergePreview {
		const [first, ...others] = ids;
		if (!first || others.length === 0) return { ...this.uses({ ids: others }), linksBetween: 0, rings: [] };
		const rings = this.#links.ringsOfParts(others, first);
		const titles = this.#names.displayForms(rings.flat(), this.#language());
		return {
			...this.uses({ ids: others }),
			linksBetween: this.#links.countBetweenNames(ids),
			rings: rings.map((ring) => ring.map((id) => titles.get(id) ?? '')),
		};
	}

	/**
	 * Makes one name of several: the first stays, with the forms and the descriptions of all; what pointed at the others
	 * points at it. It keeps its kind. `conflict` when one was changed or removed since it was looked at.
	 */
	merge({ names: chosen }: { names: { id: NameId; revision: number }[] }): Name {
		const [first, ...others] = unique(chosen).map(({ id, revision }) => this.#names.expectRevision(id, revision));
		if (!first || others.length === 0) throw new AppError('invalid-input', { reason: message('names.refused.alone') });
		const forms = checkedForms(mergedForms([first, ...others]));
		const otherIds = others.map(({ id }) => id);
		this.#database.step('namesMerged', (step) => {
			for (const id of otherIds) this.#names.removeWithin(step, id, first.id);
			const identifiers = mergedIdentifiers([first, ...others]);
			const coordinates = mergedCoordinates([first, ...others]);
			this.#names.updateWithin(step, first.id, {
				...mergedDescription([first, ...others]),
				forms,
				identifiers,
				coordinates,
			});
			this.#links.followNamesWithin(step, otherIds, first.id);
			this.#events.followNamesWithin(step, otherIds, first.id);
		});
		return this.#names.get({ id: first.id });
	}

	/** Makes a name of some forms of another. Links and events stay where they are. A repeated call makes one name. */
	split({ id, revision, newId, places }: NameSplit): Name {
		const [known] = this.#names.find([newId]);
		if (known) return known;
		const name = this.#names.expectRevision(id, revision);
		const going = name.forms.filter((_, place) => places.includes(place));
		const staying = name.forms.filter((form) => !going.includes(form));
		if (going.length === 0 || staying.length === 0)
			throw new AppError('invalid-input', { reason: message('names.refused.split') });
		this.#database.step('nameSplit', (step) => {
			this.#names.updateWithin(step, id, { forms: staying });
			this.#names.addWithin(step, { id: newId, kind: name.kind, forms: going, description: '', source: '' });
		});
		return this.#names.get({ id: newId });
	}
}

function unique<T extends { id: NameId }>(chosen: readonly T[]): T[] {
	return [...new Map(chosen.map((each) => [each.id, each])).values()];
}
