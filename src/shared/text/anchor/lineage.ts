import type { Alignment } from './alignment.ts';
import type { ComparedText } from './compared-text.ts';
import type { PassageText } from './text-stream.ts';

interface Overlap {
	old: number;
	new: number;
	units: number;
}

/**
 * Which passage of a new edition is which of the old one: they share more than half of the shorter one's text. Every
 * passage has at most one counterpart; of a passage that was split, the longest part is it. By ordinals, new to old.
 */
export function carryLineage(
	old: ComparedText,
	other: ComparedText,
	alignment: Alignment,
	passages: { old: readonly PassageText[]; new: readonly PassageText[] },
): Map<number, number> {
	const takenOld = new Set<number>();
	const lineage = new Map<number, number>();
	for (const { old: oldIndex, new: newIndex, units } of overlapsOf(old, other, alignment)) {
		const oldPassage = passages.old[oldIndex];
		const newPassage = passages.new[newIndex];
		if (!oldPassage || !newPassage || takenOld.has(oldIndex) || lineage.has(newPassage.ordinal)) continue;
		if (units <= Math.min(oldPassage.text.length, newPassage.text.length) / 2) continue;
		takenOld.add(oldIndex);
		lineage.set(newPassage.ordinal, oldPassage.ordinal);
	}
	return lineage;
}

/** Most text in common first. */
function overlapsOf(old: ComparedText, other: ComparedText, alignment: Alignment): Overlap[] {
	const overlaps = new Map<string, Overlap>();
	const oldPassages = passageOfEach(old);
	const newPassages = passageOfEach(other);
	const count = (oldAt: number, newAt: number) => {
		if (old.folded.text.charCodeAt(oldAt) !== other.folded.text.charCodeAt(newAt)) return;
		const pair = { old: oldPassages[oldAt] ?? 0, new: newPassages[newAt] ?? 0, units: 1 };
		const known = overlaps.get(`${pair.old} ${pair.new}`);
		if (known) known.units += 1;
		else overlaps.set(`${pair.old} ${pair.new}`, pair);
	};
	for (let at = 0; at < oldPassages.length; at += 1) {
		const found = alignment.newAt(at);
		if (found >= 0) count(at, found);
	}
	for (const run of alignment.runs) {
		if (alignment.newAt(run.old) === run.new) continue;
		for (let unit = 0; unit < run.length; unit += 1) count(run.old + unit, run.new + unit);
	}
	return [...overlaps.values()].sort((a, b) => b.units - a.units || a.new - b.new || a.old - b.old);
}

/** For each unit of the folded text, the index of its passage. */
function passageOfEach({ stream, folded }: ComparedText): Int32Array {
	const passages = new Int32Array(folded.text.length);
	for (let at = 0; at < passages.length; at += 1) passages[at] = stream.passageAt(folded.starts[at] ?? 0);
	return passages;
}
