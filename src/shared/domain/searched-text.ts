import type { Mark } from './block.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The words of a passage as the search reads them, each at its place: raised digits become the characters of that name,
 * which no word goes on with (`text/tokenise.ts`), since "2023" with the sign of a footnote behind it is no other number.
 */
export function searchedText(text: string, marks: readonly Mark[] = []): string {
	let searched = text;
	for (const { kind, start, end } of marks) {
		if (kind !== 'superscript') continue;
		const sign = text.slice(start, end).replace(/[0-9]/g, (digit) => raised.charAt(Number(digit)));
		searched = searched.slice(0, start) + sign + searched.slice(end);
	}
	return searched;
}
