/**
 * What reading machines take for each other (measured on Armenian pages: հ for ճ, a colon for ։, ն for և) or have always
 * mixed up. Only an aid for a near match: never enough to call two words the same.
 */
const groups = [
	'հճ',
	'։:',
	'ևն',
	'o0оօ',
	'l1i|',
	's5',
	'b8',
	'з3',
	'гr',
	'пn',
	'иu',
	'сc',
	'еe',
	'аa',
	'рp',
	'хx',
	'уy',
];

const groupOf = new Uint8Array(0x600);
groups.forEach((group, index) => {
	for (const letter of group) groupOf[letter.charCodeAt(0)] = index + 1;
});

/** Whether two different units of folded text are often read for each other. */
export function isConfusable(code: number, other: number): boolean {
	const group = groupOf[code] ?? 0;
	return group !== 0 && group === groupOf[other];
}
