import { Alignment } from '../anchor/alignment.ts';
import type { PassageRow } from './passage-rows.ts';

/** Passages that stand beside each other, by ordinal: several on a side where one was split or some were joined. */
export interface PassageGroup {
	old: number[];
	new: number[];
	/** As in `PassageRow`. */
	isMoved: boolean;
}

/** The text of a passage of either side, by its ordinal. */
export type TextOf = Record<'old' | 'new', (ordinal: number) => string>;

/** A part whose words, and then whose letters in their order, are for this share in the whole belongs to it. */
const leastShare = 0.7;
/** Of what stands beside it, as much as makes two passages counterparts. */
const leastOfRest = 0.5;

/**
 * Puts passages that stand in one text only to the pair beside them, where that is what they were split off from or joined
 * to: their text is in the other side of the pair. Rows as `passageRows` gives them.
 */
export function passageGroups(rows: readonly PassageRow[], textOf: TextOf): PassageGroup[] {
	const groups: PassageGroup[] = [];
	for (const row of rows) {
		const group = toGroup(row);
		const last = groups.at(-1);
		if (last && belongTogether(last, group, textOf)) {
			last.old.push(...group.old);
			last.new.push(...group.new);
			last.isMoved ||= group.isMoved;
		} else groups.push(group);
	}
	return groups;
}

function toGroup({ old, new: other, isMoved }: PassageRow): PassageGroup {
	return { old: old === null ? [] : [old], new: other === null ? [] : [other], isMoved };
}

function belongTogether(before: PassageGroup, after: PassageGroup, textOf: TextOf): boolean {
	const [pair, lone] = isPair(before) ? [before, after] : [after, before];
	if (!isPair(pair) || isPair(lone) || pair.isMoved) return false;
	const ownSide = lone.old.length > 0 ? 'old' : 'new';
	const otherSide = ownSide === 'old' ? 'new' : 'old';
	// A passage is split or joined, not both at once.
	if (pair[otherSide].length > 1) return false;
	const joined = (ordinals: readonly number[], side: 'old' | 'new') =>
		ordinals.map((ordinal) => textOf[side](ordinal)).join('\n');
	const whole = joined(pair[otherSide], otherSide);
	const part = joined(lone[ownSide], ownSide);
	const rest = joined(pair[ownSide], ownSide);
	return lone === after ? isPartOf(whole, `${rest}\n`, part, '') : isPartOf(whole, '', part, `\n${rest}`);
}

function isPair(group: PassageGroup): boolean {
	return group.old.length > 0 && group.new.length > 0;
}

/** Whether the part is in the whole beside the rest, and not instead of it: a passage that is repeated is not split. */
function isPartOf(whole: string, before: string, part: string, after: string): boolean {
	if (part.trim() === '' || !hasWordsOf(whole, part)) return false;
	const text = before + part + after;
	const alignment = new Alignment(comparable(whole), comparable(text));
	const kept = (from: number, to: number) => {
		let count = 0;
		for (let at = from; at < to; at += 1) {
			const found = alignment.oldAt(at);
			if (found >= 0 && whole[found] === text[at]) count += 1;
		}
		return count;
	};
	const [start, end] = [before.length, before.length + part.length];
	const rest = kept(0, start) + kept(end, text.length);
	return kept(start, end) >= leastShare * part.length && rest >= leastOfRest * (text.length - part.length);
}

/** Cheap, since most passages that stand alone are new or gone. */
function hasWordsOf(whole: string, part: string): boolean {
	const known = new Set(wordsOf(whole));
	const words = wordsOf(part);
	return words.filter((word) => known.has(word)).length >= leastShare * words.length;
}

function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [...text];
}

function comparable(text: string) {
	return { text, begins: new Uint8Array(text.length) };
}
