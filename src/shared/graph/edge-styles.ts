import type { GraphRelation } from '../domain/graph.ts';

/** What lines are drawn alike for. A line in sight says more when what it ends at is chosen: the relation in words. */
export const edgeFamilies = ['support', 'against', 'source', 'version', 'time', 'role', 'mention', 'part'] as const;
export type EdgeFamily = (typeof edgeFamilies)[number];

export interface EdgeStyle {
	/** Lengths in pixels of what is drawn and left out, in turn; empty for a line without gaps. */
	dash: readonly number[];
	widthPx: number;
	/** The colour's name in `tokens.css`, and what it is on paper. */
	token: string;
	paper: string;
}

/** No two lines have the same dashes and width: colour is never alone. */
export const edgeStyles: Readonly<Record<EdgeFamily, EdgeStyle>> = {
	support: { dash: [], widthPx: 2.4, token: '--ok', paper: '#2f6b3a' },
	against: { dash: [10, 5], widthPx: 2.2, token: '--danger', paper: '#a02c1e' },
	source: { dash: [], widthPx: 1.1, token: '--accent', paper: '#1d5c63' },
	version: { dash: [8, 3, 1.5, 3], widthPx: 1.5, token: '--mark-note-edge', paper: '#6a4fb3' },
	time: { dash: [4, 4], widthPx: 1.5, token: '--warn', paper: '#835600' },
	role: { dash: [12, 3, 1.5, 3, 1.5, 3], widthPx: 1.3, token: '--mark-question-edge', paper: '#1f5f99' },
	mention: { dash: [2, 5], widthPx: 1.7, token: '--mark-question-edge', paper: '#1f5f99' },
	part: { dash: [1, 2.5], widthPx: 0.9, token: '--rule-strong', paper: '#8b8175' },
};

const families: Readonly<Record<GraphRelation, EdgeFamily>> = {
	supports: 'support',
	attests: 'support',
	contradicts: 'against',
	cites: 'source',
	discloses: 'source',
	'rests-on': 'source',
	translates: 'version',
	'replies-to': 'version',
	'version-of': 'version',
	'same-event': 'time',
	before: 'time',
	after: 'time',
	during: 'time',
	participant: 'role',
	place: 'role',
	mentions: 'mention',
	'part-of': 'part',
	within: 'part',
};

export function familyOf(relation: GraphRelation): EdgeFamily {
	return families[relation];
}

/** Whether it matters which end is which. */
export function isDirected(relation: GraphRelation): boolean {
	return relation !== 'same-event' && relation !== 'within';
}
