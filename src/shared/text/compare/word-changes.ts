import { Alignment } from '../anchor/alignment.ts';

/** A stretch of text that both wordings have, or only the old or the new one. */
export interface Change {
	kind: 'same' | 'removed' | 'added';
	text: string;
}

const token = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

interface Token {
	text: string;
	start: number;
}

/**
 * Two wordings of a passage as a run of changes, whole words only: what is same and removed makes up the old one, what is
 * same and added the new one. The letters are aligned as anchoring aligns them; a word is the same where all of its are.
 */
export function wordChanges(old: string, other: string): Change[] {
	if (old === other) return old === '' ? [] : [{ kind: 'same', text: old }];
	const alignment = new Alignment(comparable(old), comparable(other));
	const starts = new Map(tokensOf(other).map((each) => [each.start, each.text]));
	const changes: Change[] = [];
	let newAt = 0;
	for (const { text, start } of tokensOf(old)) {
		const at = alignment.newAt(start);
		if (at < newAt || starts.get(at) !== text) {
			put(changes, 'removed', text);
			continue;
		}
		put(changes, 'added', other.slice(newAt, at));
		put(changes, 'same', text);
		newAt = at + text.length;
	}
	put(changes, 'added', other.slice(newAt));
	return changes;
}

function tokensOf(text: string): Token[] {
	return [...text.matchAll(token)].map(({ 0: part, index }) => ({ text: part, start: index }));
}

function comparable(text: string) {
	return { text, begins: new Uint8Array(text.length) };
}

/** Neighbours of one kind are one stretch. */
function put(changes: Change[], kind: Change['kind'], text: string): void {
	if (text === '') return;
	const last = changes.at(-1);
	if (last?.kind === kind) last.text += text;
	else changes.push({ kind, text });
}
