import { majorityScript } from './script.ts';

interface Endings {
	endings: ReadonlySet<string>;
	longest: number;
}

function endingsOf(list: string): Endings {
	const endings = new Set(list.split(' '));
	return { endings, longest: Math.max(...[...endings].map(({ length }) => length)) };
}

// Case and number alone: what makes a surname (-ов, -ев, -ин, -յան, -lı of a place) is never cut off.
const russian = endingsOf(
	'иями ями ами иях ях ах иям ям ам ием ем ом ою ею ой ей ого его ому ему ыми ими ым им ых их ую юю ая яя ое ее ые ие ый ий ия ии ию ью ья а я о е ы и у ю ь й',
);
const azerbaijaniCyrillic = endingsOf('нын нин нун нүн ын ин ун үн дан дән да дә ја јә');
const armenian = endingsOf(
	'ությամբ ությունը ությունն ության ությանը ությունից ներիցս ներիս ներիդ ներս ներդ երս երդ ումս իցս ովս ովդ ինս ներից ներով ներում ներին ներն ները ների ներ երից երով երում երին երն երը երի եր ից ում ին ի ը ն ու ուն իս իդ ս դ ան վա վան',
);
const georgian = endingsOf(
	'ებო ებად ებამდე ებიდან ებისა ისა სა ებისთვის ისთვის ებისგან ისგან იდან დან ამდე მდე ებში ებზე ებთან ში ზე თან ვით ებმა ებით ების ებს ები მა ით ის ად ს მ ი ო',
);
const turkic = endingsOf(
	'ım im um üm m ımız imiz umuz ümüz mız miz muz müz nız niz nuz nüz ınız iniz unuz ünüz sı si su sü ki ça çə çe ca cə ce sız siz suz süz lık lik luk lük ların lerin lərin lardan lərdən lerden larda lərdə lerde ları ləri leri lara lərə lere lar lər ler nın nin nun nün ın in un ün ndan ndən nden nda ndə nde dan dən den tan ten da də de ta te ya yə ye na nə ne yı yi yu yü nı ni nu nü a ə e ı i u ü yla ylə yle la lə le dır dir dur dür tır tir lı li lu lü',
);
const turkicLetter = /[ışğə]/u;
const azerbaijaniCyrillicLetter = /[әғҝҹһөүј]/u;

/**
 * The word without endings of case and number, from the longest stem to the shortest. Snowball alone does not do for
 * names: it makes лавр of Лавров but лавров of Лаврова, and knows neither Azerbaijani nor Georgian.
 *
 * @param word in lower case, not folded
 * @param language BCP 47; '' or 'und' when not known
 */
export function lightStems(word: string, language: string): string[] {
	switch (majorityScript(word)) {
		case 'cyrillic':
			return cyrillicStems(word, language);
		case 'armenian':
			return armenianStems(word);
		case 'georgian':
			return chain(word, georgian, 3, 2);
		case 'latin':
			return isTurkic(word, language) ? turkicStems(word) : [];
		default:
			return [];
	}
}

function cyrillicStems(word: string, language: string): string[] {
	const stems = chain(word, russian, 3, 1);
	if (language !== 'az-Cyrl' && !azerbaijaniCyrillicLetter.test(word)) return stems;
	return [...stems, ...chain(word, azerbaijaniCyrillic, 4, 1)];
}

function armenianStems(word: string): string[] {
	const stems = chain(word, armenian, 4, 3);
	if (stems.length === 0) stems.push(...chain(word, armenian, 3, 1));
	if (word.endsWith('յանով')) stems.push(word.slice(0, -2));
	return stems;
}

/** An n, s or y before an ending may be the word's own: İrəvanda is İrəva-nda to who does not know the city. */
function turkicStems(word: string): string[] {
	let whole = word;
	return chain(word, turkic, 4, 3).flatMap((stem) => {
		const ending = whole.slice(stem.length);
		const isOwn = /^[nsy]/.test(ending) && turkic.endings.has(ending.slice(1));
		whole = stem;
		return isOwn ? [stem + ending.charAt(0), stem] : [stem];
	});
}

function isTurkic(word: string, language: string): boolean {
	return /^(?:az|tr|und)?(?:-|$)/.test(language) || turkicLetter.test(word);
}

/** The longest ending off, and again from what is left, at most `most` times; stems are at least `shortest` letters. */
function chain(word: string, endings: Endings, shortest: number, most: number): string[] {
	const stems: string[] = [];
	let stem = word;
	while (stems.length < most) {
		const next = withoutEnding(stem, endings, shortest);
		if (next === null) break;
		stems.push(next);
		stem = next;
	}
	return stems;
}

function withoutEnding(word: string, { endings, longest }: Endings, shortest: number): string | null {
	// A genitive (աշնան) elsewhere; of a surname it would leave the given name.
	if (word.endsWith('յան')) return null;
	for (let length = Math.min(longest, word.length); length > 0; length--) {
		if (!endings.has(word.slice(-length))) continue;
		return word.length - length >= shortest ? word.slice(0, -length) : null;
	}
	return null;
}
