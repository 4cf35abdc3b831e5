import type { FoundPlace } from '#archive/annotations/found-place.ts';
import type { PlacementsService } from '#archive/annotations/placements-service.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { LinkPlacementsService } from '#archive/links/link-placements-service.ts';
import type { AnnotationId, EditionId, LinkId } from '#shared/domain/ids.ts';
import type { LinkSide } from '#shared/domain/link.ts';
import type { KnownPlace } from '#shared/web-annotation/write-places.ts';

interface Services {
	editions: EditionsService;
	placements: PlacementsService;
	linkPlacements: LinkPlacementsService;
}

/** Where annotations and the ends of links stand in the editions that they were not made on, as it is exported. */
export class ExportedPlaces {
	readonly #services: Services;
	readonly #digests = new Map<EditionId, string | undefined>();

	constructor(services: Services) {
		this.#services = services;
	}

	ofAnnotations(ids: readonly AnnotationId[]): Map<AnnotationId, KnownPlace[]> {
		const places = new Map<AnnotationId, KnownPlace[]>();
		for (const place of this.#services.placements.ofAnnotations(ids))
			places.set(place.annotationId, [...(places.get(place.annotationId) ?? []), ...this.#withText(place)]);
		return places;
	}

	ofLinks(ids: readonly LinkId[]): Map<LinkId, Record<LinkSide, KnownPlace[]>> {
		const places = new Map<LinkId, Record<LinkSide, KnownPlace[]>>();
		for (const place of this.#services.linkPlacements.ofLinks(ids)) {
			const own = places.get(place.linkId) ?? { from: [], to: [] };
			own[place.side].push(...this.#withText(place));
			places.set(place.linkId, own);
		}
		return places;
	}

	/** With the digest of the text that it is a place in, by which another archive knows it. */
	#withText(place: FoundPlace): KnownPlace[] {
		const { editionId } = place;
		if (!this.#digests.has(editionId))
			this.#digests.set(editionId, this.#services.editions.find(editionId)?.textSha256);
		const textSha256 = this.#digests.get(editionId);
		return textSha256 === undefined ? [] : [{ ...place, textSha256 }];
	}
}
