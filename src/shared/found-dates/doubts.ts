import type { Candidate } from './candidate.ts';
import type { CompiledDoubt, CompiledRules } from './compile-rules.ts';

/** As far as words that belong to a date are looked for beside it. */
export const besideLength = 40;

interface Span {
	start: number;
	end: number;
}

/** With the words beside it that make a date approximate, uncertain or Julian. */
export function withDoubts(candidate: Candidate, text: string, compiled: CompiledRules): Candidate {
	const approximate = widened(candidate, text, compiled.approximate);
	const uncertain = widened(approximate ?? candidate, text, compiled.uncertain);
	const again = approximate || !uncertain ? null : widened(uncertain, text, compiled.approximate);
	const { start, end } = again ?? uncertain ?? approximate ?? candidate;
	const isApproximate = approximate !== null || again !== null;
	const sign = isApproximate ? (uncertain ? '%' : '~') : uncertain ? '?' : '';
	const oldStyle = compiled.oldStyle.exec(text.slice(end, end + besideLength));
	return oldStyle && !candidate.second
		? { ...candidate, start, end: end + oldStyle[0].length, sign, isJulian: true }
		: { ...candidate, start, end, sign };
}

/** With such words before or after it; null where there are none. */
function widened({ start, end }: Span, text: string, { before, after }: CompiledDoubt): Span | null {
	const [preceding] = before.exec(text.slice(Math.max(0, start - besideLength), start)) ?? [''];
	const [following] = after.exec(text.slice(end, end + besideLength)) ?? [''];
	if (preceding === '' && following === '') return null;
	return { start: start - preceding.length, end: end + following.length };
}
