import { majorityScript, scripts } from '../../text/script.ts';
import type { Sections } from './segment.ts';
import { startsOf } from './starts.ts';

export function writeTerms(sorted: readonly string[]): Pick<Sections, 'chars' | 'termStarts' | 'shared' | 'scripts'> {
	const termStarts = startsOf(sorted.map(({ length }) => length));
	const chars = new Uint16Array(termStarts.at(-1) ?? 0);
	const shared = new Uint8Array(sorted.length);
	let at = 0;
	for (const [rank, term] of sorted.entries()) {
		const before = sorted[rank - 1] ?? '';
		let common = 0;
		while (common < before.length && before[common] === term[common]) common += 1;
		shared[rank] = Math.min(common, 255);
		for (let unit = 0; unit < term.length; unit++) chars[at++] = term.charCodeAt(unit);
	}
	const scriptOf = (term: string) => scripts.indexOf(majorityScript(term));
	return { chars, termStarts, shared, scripts: Uint8Array.from(sorted, scriptOf) };
}
