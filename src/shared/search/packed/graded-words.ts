import type { WantedWords } from '../index-part.ts';
import { kindCode } from '../query/answers.ts';
import type { TermTable } from './term-table.ts';

/** The words of a segment that answer a word of the query, with what each is worth as a small number. */
export interface GradedWords {
	/** Ascending. */
	terms: { index: number; grade: number }[];
	/** Terms from `first` up to `end` have `grade`, save those in `terms`. */
	prefix: { first: number; end: number; grade: number } | null;
	/** By grade, the lightest first; 0 is no match. */
	weights: number[];
	kinds: number[];
	/** Documents with any of them, at most. */
	documentCount: number;
}

/** Grades are bytes. */
const mostGrades = 255;

export function gradeWords({ terms, prefix }: WantedWords, table: TermTable, documentCounts: Uint32Array): GradedWords {
	const all = [...terms.values(), ...(prefix ? [prefix.expansion] : [])];
	const grades = new Map(all.map(({ weight, how }) => [gradeKey(weight, how), { weight, kind: kindCode(how) }]));
	const sorted = [...grades].sort(([, one], [, other]) => one.weight - other.weight).slice(-mostGrades);
	const gradeOf = new Map(sorted.map(([key], at) => [key, at + 1]));
	const found: GradedWords['terms'] = [];
	let documentCount = 0;
	for (const [term, { weight, how }] of terms) {
		const index = table.indexOf(term);
		if (index < 0) continue;
		found.push({ index, grade: gradeOf.get(gradeKey(weight, how)) ?? 1 });
		documentCount += documentCounts[index] ?? 0;
	}
	found.sort((one, other) => one.index - other.index);
	const range = prefix ? rangeOf(prefix, table, gradeOf) : null;
	for (let index = range?.first ?? 0; index < (range?.end ?? 0); index++) documentCount += documentCounts[index] ?? 0;
	return {
		terms: found,
		prefix: range,
		weights: [0, ...sorted.map(([, { weight }]) => weight)],
		kinds: [0, ...sorted.map(([, { kind }]) => kind)],
		documentCount,
	};
}

function rangeOf(
	{ start, expansion: { weight, how } }: NonNullable<WantedWords['prefix']>,
	table: TermTable,
	gradeOf: ReadonlyMap<string, number>,
): GradedWords['prefix'] {
	const [first, end] = table.rangeOf(start);
	return first === end ? null : { first, end, grade: gradeOf.get(gradeKey(weight, how)) ?? 1 };
}

function gradeKey(weight: number, how: string): string {
	return `${weight} ${how}`;
}
