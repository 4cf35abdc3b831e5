import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import type { MentionsService } from '#archive/mentions/mentions-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { Graph, GraphChoice } from '#shared/domain/graph.ts';
import { linkTypes } from '#shared/domain/link.ts';
import { narrowGraph } from '#shared/graph/narrow-graph.ts';
import { GraphBuilder, type JoinedThings } from './graph-builder.ts';
import { listPassages } from './graph-repository.ts';

export interface GraphServices {
	records: RecordsService;
	annotations: AnnotationsService;
	names: NamesService;
	events: EventsService;
	links: LinksService;
	mentions: MentionsService;
}

/** What of the archive is joined to what, put together from those who know it. Nothing is stored for it. */
export class GraphService {
	readonly #database: ArchiveDatabase;
	readonly #services: GraphServices;
	readonly #language: () => string;

	/** @param language BCP 47 of the forms in which names are shown, asked each time. */
	constructor(database: ArchiveDatabase, services: GraphServices, language: () => string) {
		this.#database = database;
		this.#services = services;
		this.#language = language;
	}

	/**
	 * What is joined by something that a person, a source or an event says, with the records that it stands in; suggested
	 * links, rejected mentions and all that leads into the bin are left out. In a fixed order.
	 */
	read(choice: GraphChoice): Graph {
		return narrowGraph(this.whole(), choice);
	}

	/** Everything that can be joined, also what nothing joins. */
	whole(): Graph {
		const { records, annotations, names, events, links, mentions } = this.#services;
		return this.join({
			records: records.list({}),
			annotations: annotations.list({}),
			names: names.list(),
			events: events.list(),
			links: links.ofTypes(linkTypes),
			mentions: mentions.confirmed(),
		});
	}

	/** What of these things is joined to what of them: what leads to any other is left out. */
	join(things: Omit<JoinedThings, 'language'>): Graph {
		const links = things.links.filter(({ origin }) => origin !== 'suggested');
		const builder = new GraphBuilder({ ...things, links, language: this.#language() });
		return builder.build(listPassages(this.#database.reader, builder.places()));
	}
}
