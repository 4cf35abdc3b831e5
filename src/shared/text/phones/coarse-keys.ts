const classes: Readonly<Record<string, string>> = {
	p: 'P',
	b: 'P',
	f: 'P',
	v: 'V',
	t: 'T',
	d: 'T',
	k: 'K',
	g: 'K',
	q: 'K',
	x: 'K',
	h: 'K',
	G: 'K',
	s: 'S',
	z: 'S',
	S: 'S',
	Z: 'S',
	c: 'S',
	C: 'S',
	D: 'S',
	J: 'S',
	l: 'L',
	m: 'M',
	n: 'N',
	r: 'R',
};

/**
 * What all spellings of a name have in common: classes of consonants, an A for a vowel at the beginning. Words with a
 * key in common may sound alike; how much is for `soundDistance`. With an h there are two keys, since some languages
 * write none (Հակոբ, Акоп) and some another letter (Heydər, Гейдар).
 *
 * @param readings what `phones` gave
 */
export function coarseKeys(readings: readonly string[]): string[] {
	const keys = new Set<string>();
	for (const sounds of readings) {
		keys.add(keyOf(sounds));
		if (sounds.includes('h')) keys.add(keyOf(sounds.replaceAll('h', '')));
	}
	keys.delete('');
	return [...keys];
}

function keyOf(sounds: string): string {
	let key = '';
	/** Class of the sound before, while no vowel has come between. */
	let before = '';
	for (const sound of sounds) {
		const next = classes[sound];
		if (next === undefined) {
			if (sound >= '0' && sound <= '9') key += sound;
			else if (key === '') key = 'A';
			before = '';
		} else if (next !== before && !(before === 'K' && next === 'V')) {
			// kv and kw are k with a rounded vowel in half of the languages (Кувейт, Paraguay).
			const joined = joinedClasses[before + next];
			key = joined === undefined ? key + next : key.slice(0, -1) + joined;
			before = next;
		}
	}
	return key;
}

/** ts and tch have no t in half of the languages; n is m before a lip sound. */
const joinedClasses: Readonly<Record<string, string>> = { TS: 'S', NM: 'M', NP: 'MP' };
