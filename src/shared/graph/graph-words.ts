import { eventKindName } from '../chronology/event-words.ts';
import type { Purpose } from '../domain/annotation.ts';
import type { GraphNode, GraphNodeKind, GraphOrigin, GraphRelation } from '../domain/graph.ts';
import { type LinkType, linkTypes } from '../domain/link.ts';
import type { NameKind } from '../domain/name.ts';
import { message } from '../messages/messages.ts';
import { recordKindName } from '../messages/record-kind-name.ts';
import type { EdgeFamily } from './edge-styles.ts';
import type { MarkKind } from './node-shapes.ts';

export type EdgeDirection = 'outgoing' | 'incoming';

type ToldElsewhere = Exclude<GraphRelation, LinkType>;

/** What joins two things, as the one says it from which it goes, or the one to which. */
export function relationWords(relation: GraphRelation, direction: EdgeDirection): string {
	return isLinkType(relation)
		? message(`links.${direction}.${relation}`)
		: message(`graph.${direction}.${relation satisfies ToldElsewhere}`);
}

function isLinkType(relation: GraphRelation): relation is LinkType {
	return (linkTypes as readonly string[]).includes(relation);
}

/** Several of a kind. */
export function kindWords(kind: GraphNodeKind): string {
	return message(`graph.kinds.${kind}`);
}

/** What a thing is, as closely as is known. */
export function typeWords({ kind, type }: Pick<GraphNode, 'kind' | 'type'>): string {
	switch (kind) {
		case 'record':
			return recordKindName(type);
		case 'name':
			return message(`names.kind.${type as NameKind}`);
		case 'event':
			return type === '' ? message('graph.type.event') : eventKindName(type);
		case 'passage':
			return message('graph.type.passage');
		case 'claim':
		case 'note':
			return message(`purpose.${type as Purpose}`);
	}
}

export function titleWords({ title }: Pick<GraphNode, 'title'>): string {
	return title === '' ? message('links.untitled') : title;
}

/** The record that words stand in, with their ¶ number if they have one; '' for what stands in none. */
export function placeWords({ recordTitle, number }: Pick<GraphNode, 'recordTitle' | 'number'>): string {
	if (recordTitle === '') return '';
	return number === null ? recordTitle : message('links.at-paragraph', { title: recordTitle, number });
}

export function originWords(origin: GraphOrigin): string {
	return message(`graph.origin.${origin}`);
}

/** What a form of the picture stands for. */
export function legendWords(kind: MarkKind): string {
	return kind === 'group' ? message('graph.legend.group') : kindWords(kind);
}

/** What the lines of one style say. */
export function familyWords(family: EdgeFamily): string {
	return message(`graph.family.${family}`);
}
