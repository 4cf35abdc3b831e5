import type { GraphNodeKind } from '../domain/graph.ts';

/** What has a form of its own: a kind of thing, or a folded group of them. */
export type MarkKind = GraphNodeKind | 'group';

/** The colour's name in `tokens.css`, and what it is on paper. */
export const nodeColours: Readonly<Record<MarkKind, { token: string; paper: string }>> = {
	record: { token: '--accent', paper: '#1d5c63' },
	passage: { token: '--ink-soft', paper: '#655c52' },
	claim: { token: '--mark-claim-edge', paper: '#835600' },
	note: { token: '--mark-note-edge', paper: '#6a4fb3' },
	name: { token: '--mark-question-edge', paper: '#1f5f99' },
	event: { token: '--danger', paper: '#a02c1e' },
	group: { token: '--rule-strong', paper: '#8b8175' },
};

/** An SVG path about 0, 0 with the area of about a circle of that radius; each kind has a form of its own. */
export function nodePath(kind: MarkKind, radius: number): string {
	const at = (share: number) => Math.round(radius * share * 100) / 100;
	switch (kind) {
		case 'record':
			return box(at(0.9), at(0.9));
		case 'passage':
			return box(at(1.25), at(0.6));
		case 'claim':
			return `M0 ${-at(1.25)}L${at(1.25)} 0L0 ${at(1.25)}L${-at(1.25)} 0Z`;
		case 'note':
			return `M0 ${-at(1.2)}L${at(1.15)} ${at(0.8)}H${-at(1.15)}Z`;
		case 'name':
			return `M${-at(1)} 0A${at(1)} ${at(1)} 0 1 1 ${at(1)} 0A${at(1)} ${at(1)} 0 1 1 ${-at(1)} 0Z`;
		case 'event':
			return `M${-at(1.1)} 0L${-at(0.55)} ${-at(0.95)}H${at(0.55)}L${at(1.1)} 0L${at(0.55)} ${at(0.95)}H${-at(0.55)}Z`;
		case 'group':
			// One mark behind another.
			return `${box(at(0.95), at(0.75))}M${-at(0.7)} ${-at(0.75)}V${-at(1.05)}H${at(1.25)}V${at(0.45)}H${at(0.95)}`;
	}
}

function box(halfWidth: number, halfHeight: number): string {
	return `M${-halfWidth} ${-halfHeight}H${halfWidth}V${halfHeight}H${-halfWidth}Z`;
}
