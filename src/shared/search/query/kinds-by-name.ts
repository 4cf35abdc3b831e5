import { recordKinds } from '../../domain/record.ts';
import { recordKindName } from '../../messages/record-kind-name.ts';
import { valueTest } from './field-match.ts';
import { readQuery } from './parse-query.ts';
import type { FieldNode, QueryNode } from './query-tree.ts';

/**
 * The query with each kind of record that is written as the interface calls it (`kind:заявление`) joined by the word that
 * is kept in the archive (`statement`); the written one stays, since an archive may have it as a kind of its own.
 */
export function withKindsByName(text: string): string {
	let asked = text;
	// From the end, so that what stands before keeps its place.
	for (const node of kindsIn(readQuery(text).tree).reverse()) {
		const isMeant = valueTest(node);
		const meant = recordKinds.filter((kind) => isMeant(recordKindName(kind)) && !isMeant(kind));
		if (meant.length === 0) continue;
		const written = `"${node.value}${node.isPrefix || node.isUnfinished ? '*' : ''}"`;
		const either = [written, ...meant].map((value) => `kind:${value}`).join(' OR ');
		asked = `${asked.slice(0, node.start)}(${either})${asked.slice(node.end)}`;
	}
	return asked;
}

function kindsIn(node: QueryNode | null): FieldNode[] {
	switch (node?.type) {
		case 'field':
			return node.field === 'kind' ? [node] : [];
		case 'not':
			return kindsIn(node.child);
		case 'and':
		case 'or':
			return node.children.flatMap(kindsIn);
		default:
			return [];
	}
}
