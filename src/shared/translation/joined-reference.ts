import { readLabels } from './sheet-rows.ts';

/** What stands in a cell whose passage is translated in another: without words, it is the same in every language. */
export function joinedReference(label: string): string {
	return `→ ${label}`;
}

/** The label that a cell refers to; null for a cell with words. */
export function readReference(text: string): string | null {
	const [, label = ''] = /^\s*(?:→|➔|➜|[-=]+>)\s*(\S{1,20})\s*$/u.exec(text) ?? [];
	const labels = readLabels(label);
	return labels.length === 1 ? (labels[0] ?? null) : null;
}
