/** The marker of an item in a numbered list, for the `type` of an HTML list: 1, a, A, i or I. */
export function listMarker(count: number, type: string): string {
	if (type === 'a') return `${letters(count)}.`;
	if (type === 'A') return `${letters(count).toUpperCase()}.`;
	if (type === 'i') return `${roman(count)}.`;
	if (type === 'I') return `${roman(count).toUpperCase()}.`;
	return `${count}.`;
}

/** a … z, aa, ab …; what has no letter keeps its number. */
function letters(count: number): string {
	if (count < 1) return String(count);
	let rest = count;
	let name = '';
	while (rest > 0) {
		rest -= 1;
		name = String.fromCharCode(0x61 + (rest % 26)) + name;
		rest = Math.floor(rest / 26);
	}
	return name;
}

const romanValues: readonly [number, string][] = [
	[1000, 'm'],
	[900, 'cm'],
	[500, 'd'],
	[400, 'cd'],
	[100, 'c'],
	[90, 'xc'],
	[50, 'l'],
	[40, 'xl'],
	[10, 'x'],
	[9, 'ix'],
	[5, 'v'],
	[4, 'iv'],
	[1, 'i'],
];

function roman(count: number): string {
	if (count < 1 || count > 3999) return String(count);
	let rest = count;
	let name = '';
	for (const [value, sign] of romanValues) {
		while (rest >= value) {
			name += sign;
			rest -= value;
		}
	}
	return name;
}
