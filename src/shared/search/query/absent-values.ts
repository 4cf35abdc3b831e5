import { valueTest } from './field-match.ts';
import type { FieldNode, QueryNode } from './query-tree.ts';

/** Fields whose values an archive brings with it, so that a query may ask for one that is nowhere in it. */
export const openFields = ['kind', 'tag', 'by'] as const;
export type OpenField = (typeof openFields)[number];

/** What an archive has of each. */
export type PresentValues = Readonly<Record<OpenField, readonly string[]>>;

export interface AbsentValue {
	field: OpenField;
	value: string;
}

/** The values that the query asks for and nothing in the archive has: why it finds nothing. Excluded ones are no reason. */
export function absentValues(tree: QueryNode | null, present: PresentValues): AbsentValue[] {
	return fieldsOf(tree).flatMap((node) => {
		const field = openFields.find((open) => open === node.field);
		if (!field || present[field].some(valueTest(node))) return [];
		return [{ field, value: node.value }];
	});
}

function fieldsOf(node: QueryNode | null): FieldNode[] {
	switch (node?.type) {
		case 'field':
			return [node];
		case 'and':
		case 'or':
			return node.children.flatMap(fieldsOf);
		default:
			return [];
	}
}
