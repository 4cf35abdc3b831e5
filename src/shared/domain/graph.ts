import type { AnnotationId, CollectionId, EditionId, EventId, NameId, RecordId } from './ids.ts';
import { linkTypes } from './link.ts';

/** What the graph is made of. A claim is an annotation with that purpose; a note is one with any other. */
export const graphNodeKinds = ['record', 'passage', 'claim', 'note', 'name', 'event'] as const;
export type GraphNodeKind = (typeof graphNodeKinds)[number];

/**
 * What joins them: the types of links, and what is told elsewhere. `mentions` goes from a passage to a name, `participant`
 * from a name to an event, `place` from an event to a name, `within` from words or what is said of them to their record.
 */
export const graphRelations = [
	...linkTypes,
	'mentions',
	'participant',
	'place',
	'before',
	'after',
	'during',
	'within',
] as const;
export type GraphRelation = (typeof graphRelations)[number];

/** Who says that two things are joined: a person's link, Lectern's own from a described source, a judged mention, an event, a record. */
export const graphOrigins = ['user', 'automatic', 'mention', 'event', 'record'] as const;
export type GraphOrigin = (typeof graphOrigins)[number];

/** What opening leads to: a record, at words of it where they are known; a name; an event. */
export type GraphPlace =
	| { kind: 'record'; id: RecordId; editionId?: EditionId; ordinal?: number; annotationId?: AnnotationId }
	| { kind: 'name'; id: NameId }
	| { kind: 'event'; id: EventId };

export interface GraphNode {
	/** That of the thing itself; of a passage its lineage, which goes along to the next edition. */
	id: string;
	kind: GraphNodeKind;
	/** As shown; of words and of annotations the first of them. */
	title: string;
	/** Kind of record, name or event, or purpose of an annotation; '' for a passage and where none was given. */
	type: string;
	/** EDTF; of words and annotations that of their record; '' where there is none. */
	dateEdtf: string;
	/** The record that it is or stands in; null for names and events. */
	recordId: RecordId | null;
	/** What that is called where it stands in one; '' otherwise. */
	recordTitle: string;
	/** ¶ number; null where none is counted. */
	number: number | null;
	collectionIds: CollectionId[];
	place: GraphPlace;
}

export interface GraphEdge {
	/** That of the link or mention; made of both ends for the others. */
	id: string;
	relation: GraphRelation;
	fromId: string;
	toId: string;
	origin: GraphOrigin;
	/**
	 * The words that it rests on, the first of them where they are many; of what an event says those for its source or
	 * order. '' where it rests on none.
	 */
	words: string;
	/** Where those stand; else what says it. */
	place: GraphPlace;
}

export interface Graph {
	nodes: GraphNode[];
	edges: GraphEdge[];
}

/** What of the graph is wanted. An absent or empty list narrows nothing; values of one list are alternatives. */
export interface GraphChoice {
	kinds?: readonly GraphNodeKind[];
	relations?: readonly GraphRelation[];
	/** These names and what is joined to any of them. */
	nameIds?: readonly NameId[];
	/** Both included. What has a date passes when that may lie between them; names pass while something joined to them does. */
	fromYear?: number | null;
	toYear?: number | null;
	around?: { id: string; steps: number } | null;
}

export const mostSteps = 4;

export const graphGroupings = ['kind', 'collection', 'none'] as const;
/** By what things stand together, and are folded into one. */
export type GraphGrouping = (typeof graphGroupings)[number];

/** The picture, a table of the links, a table of what they join, or both as data. */
export const graphFormats = ['svg', 'links-csv', 'nodes-csv', 'json'] as const;
export type GraphFormat = (typeof graphFormats)[number];

/** Endings of the files that hold them, without the dot. */
export const graphEndings: Readonly<Record<GraphFormat, string>> = {
	svg: 'svg',
	'links-csv': 'csv',
	'nodes-csv': 'csv',
	json: 'json',
};

export interface GraphPoint {
	x: number;
	y: number;
}

/** What of the graph to export, and how the picture shows it. */
export interface GraphExport extends GraphChoice {
	groupBy?: GraphGrouping;
	/** Keys of the groups that are folded. */
	folded?: readonly string[];
	/** Where things stand in the picture, by their ids; what is not in it is laid out. */
	places?: Readonly<Record<string, GraphPoint>>;
}
