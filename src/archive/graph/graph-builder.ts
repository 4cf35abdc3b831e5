import { withoutVaguer } from '#archive/links/link-views.ts';
import { type Annotation, quoteOf, type TextRange } from '#shared/domain/annotation.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import type { Graph, GraphEdge, GraphNode, GraphOrigin, GraphPlace } from '#shared/domain/graph.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { type LinkSide, type PlacedLink, shownRange } from '#shared/domain/link.ts';
import type { Mention } from '#shared/domain/mention.ts';
import type { Name } from '#shared/domain/name.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import {
	annotationNode,
	eventNode,
	type GraphPassage,
	nameNode,
	passageNode,
	recordNode,
} from '#shared/graph/graph-nodes.ts';

/** Things, and what was said to join them; of the whole archive, all that is outside the bin. */
export interface JoinedThings {
	records: readonly RecordSummary[];
	annotations: readonly Annotation[];
	names: readonly Name[];
	events: readonly ArchiveEvent[];
	links: readonly PlacedLink[];
	mentions: readonly Mention[];
	/** BCP 47 of the forms in which names are shown. */
	language: string;
}

interface PassagePlace {
	editionId: EditionId;
	ordinal: number;
}

/** Makes nodes of what has an end of something, and edges of what has two. */
export class GraphBuilder {
	readonly #things: JoinedThings;
	readonly #records: ReadonlyMap<string, RecordSummary>;
	readonly #annotations: ReadonlyMap<string, Annotation>;
	readonly #names: ReadonlyMap<string, Name>;
	readonly #events: ReadonlyMap<string, ArchiveEvent>;
	readonly #passages = new Map<string, GraphPassage>();
	readonly #nodes = new Map<string, GraphNode>();
	readonly #edges = new Map<string, GraphEdge>();

	constructor(things: JoinedThings) {
		this.#things = things;
		this.#records = byId(things.records);
		this.#annotations = byId(things.annotations);
		this.#names = byId(things.names);
		this.#events = byId(things.events);
	}

	/** Where the passages are that `build` needs. */
	places(): PassagePlace[] {
		const { links, mentions } = this.#things;
		const ranges = links.flatMap((link) => [shownRange(link, 'from') ?? [], shownRange(link, 'to') ?? []].flat());
		return [
			...ranges.map(({ editionId, startOrdinal: ordinal }) => ({ editionId, ordinal })),
			...mentions.map(placeOf),
		];
	}

	build(passages: readonly GraphPassage[]): Graph {
		for (const passage of passages) this.#passages.set(keyOf(passage), passage);
		const links = withoutVaguer(this.#things.links, ({ type, from, to }) => [type, from.id, to.kind, to.id].join(' '));
		for (const link of links) this.#addLink(link);
		for (const mention of this.#things.mentions) this.#addMention(mention);
		for (const event of this.#things.events) this.#addEvent(event);
		for (const record of this.#things.records) this.#addParent(record);
		return { nodes: inOrder(this.#nodes), edges: inOrder(this.#edges) };
	}

	#addLink(link: PlacedLink): void {
		const [from, to] = [this.#end(link, 'from'), this.#end(link, 'to')];
		if (!from || !to) return;
		const { words, place } = this.#wordsOf(link, 'from') ??
			this.#wordsOf(link, 'to') ?? { words: '', place: from.place };
		const origin: GraphOrigin = link.origin === 'automatic' ? 'automatic' : 'user';
		this.#addEdge({ id: link.id, relation: link.type, fromId: from.id, toId: to.id, origin, words, place });
	}

	/** Undefined where it is gone or lies in the bin. */
	#end(link: PlacedLink, side: LinkSide): GraphNode | undefined {
		const { kind, id } = link[side];
		switch (kind) {
			case 'record': {
				const range = shownRange(link, side);
				return range ? this.#passageAt(placeOfRange(range), id) : this.#record(id);
			}
			case 'annotation':
				return this.#annotation(id);
			case 'name':
				return this.#name(id);
			case 'event':
				return this.#event(id);
		}
	}

	#wordsOf(link: PlacedLink, side: LinkSide): { words: string; place: GraphPlace } | undefined {
		const { kind, id } = link[side];
		if (kind === 'annotation') {
			const node = this.#annotation(id);
			const annotation = this.#annotations.get(id);
			return node && { words: firstWords(annotation?.target ? quoteOf(annotation) : ''), place: node.place };
		}
		const range = shownRange(link, side);
		const passage = range && this.#passages.get(keyOf(placeOfRange(range)));
		const node = passage && this.#nodes.get(passage.lineageId);
		if (!range || !passage || !node) return undefined;
		const end = range.endOrdinal === range.startOrdinal ? range.endOffset : passage.text.length;
		return { words: firstWords(passage.text.slice(range.startOffset, end)), place: node.place };
	}

	#addMention(mention: Mention): void {
		const [passage, name] = [this.#passageAt(placeOf(mention), mention.recordId), this.#name(mention.nameId)];
		if (!passage || !name) return;
		const id = `${passage.id} mentions ${name.id}`;
		const said = { relation: 'mentions', origin: 'mention', words: firstWords(mention.words) } as const;
		this.#addEdge({ ...said, id, fromId: passage.id, toId: name.id, place: passage.place });
	}

	#addEvent(event: ArchiveEvent): void {
		const { id, participantIds, placeIds, relations, source } = event;
		const place: GraphPlace = { kind: 'event', id };
		const join = (
			relation: GraphEdge['relation'],
			from: GraphNode | undefined,
			to: GraphNode | undefined,
			words: string,
		) => {
			if (!from || !to) return;
			const said = { relation, origin: 'event' as const, words, place };
			this.#addEdge({ ...said, id: `${from.id} ${relation} ${to.id}`, fromId: from.id, toId: to.id });
		};
		for (const nameId of participantIds) join('participant', this.#name(nameId), this.#event(id), source);
		for (const nameId of placeIds) join('place', this.#event(id), this.#name(nameId), source);
		for (const { relation, otherId, words } of relations) join(relation, this.#event(id), this.#event(otherId), words);
	}

	/** A file is a part of its series, as the record's description says. */
	#addParent({ id, parentId }: RecordSummary): void {
		if (!parentId) return;
		const [part, whole] = [this.#record(id), this.#record(parentId)];
		if (!part || !whole) return;
		const said = { relation: 'part-of', origin: 'record', words: '', place: part.place } as const;
		this.#addEdge({ ...said, id: `${id} part-of ${parentId}`, fromId: id, toId: parentId });
	}

	#record(id: string): GraphNode | undefined {
		const record = this.#records.get(id);
		return record && this.#node(id, () => recordNode(record));
	}

	#name(id: string): GraphNode | undefined {
		const name = this.#names.get(id);
		return name && this.#node(id, () => nameNode(name, this.#things.language));
	}

	#event(id: string): GraphNode | undefined {
		const event = this.#events.get(id);
		return event && this.#node(id, () => eventNode(event));
	}

	#annotation(id: string): GraphNode | undefined {
		const annotation = this.#annotations.get(id);
		const record = annotation && this.#records.get(annotation.recordId);
		if (!annotation || !record) return undefined;
		return this.#within(
			this.#node(id, () => annotationNode(annotation, record)),
			record,
		);
	}

	#passageAt(at: PassagePlace, recordId: string): GraphNode | undefined {
		const [passage, record] = [this.#passages.get(keyOf(at)), this.#records.get(recordId)];
		if (!passage || !record) return undefined;
		return this.#within(
			this.#node(passage.lineageId, () => passageNode(passage, record)),
			record,
		);
	}

	#within(node: GraphNode, { id: recordId }: RecordSummary): GraphNode {
		this.#record(recordId);
		const said = { relation: 'within', origin: 'record', words: '', place: node.place } as const;
		this.#addEdge({ ...said, id: `${node.id} within ${recordId}`, fromId: node.id, toId: recordId });
		return node;
	}

	#node(id: string, make: () => GraphNode): GraphNode {
		const node = this.#nodes.get(id) ?? make();
		this.#nodes.set(id, node);
		return node;
	}

	#addEdge(edge: GraphEdge): void {
		if (edge.fromId !== edge.toId) this.#edges.set(edge.id, edge);
	}
}

function byId<T extends { id: string }>(things: readonly T[]): Map<string, T> {
	return new Map(things.map((thing) => [thing.id, thing]));
}

function inOrder<T extends { id: string }>(things: ReadonlyMap<string, T>): T[] {
	return [...things.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function keyOf({ editionId, ordinal }: PassagePlace): string {
	return `${editionId} ${ordinal}`;
}

function placeOfRange({ editionId, startOrdinal }: TextRange): PassagePlace {
	return { editionId, ordinal: startOrdinal };
}

/** Where it stands in what the record shows, else where it was judged. */
function placeOf({ place, editionId, ordinal }: Mention): PassagePlace {
	return place ?? { editionId, ordinal };
}
