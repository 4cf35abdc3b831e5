/** The scripts that Lectern folds, reads aloud and widens; digits and everything else are `other`. */
export const scripts = ['other', 'latin', 'cyrillic', 'armenian', 'georgian'] as const;
export type Script = (typeof scripts)[number];

/** The script of most letters of a lower-case word: one Latin letter in a scanned Cyrillic word does not change it. */
export function majorityScript(word: string): Script {
	const counts = { cyrillic: 0, armenian: 0, georgian: 0, latin: 0 };
	for (let at = 0; at < word.length; at++) {
		const script = scriptOf(word.charCodeAt(at));
		if (script !== 'other') counts[script] += 1;
	}
	let best: Script = 'other';
	let most = 0;
	for (const script of ['cyrillic', 'armenian', 'georgian', 'latin'] as const) {
		if (counts[script] <= most) continue;
		best = script;
		most = counts[script];
	}
	return best;
}

function scriptOf(unit: number): Script {
	if (unit < 0x61) return 'other';
	if (unit < 0x2b0 || (unit >= 0x1e00 && unit < 0x1f00)) return 'latin';
	if (unit >= 0x400 && unit < 0x530) return 'cyrillic';
	if (unit >= 0x531 && unit < 0x590) return 'armenian';
	if (unit >= 0x10a0 && unit < 0x1100) return 'georgian';
	return 'other';
}
