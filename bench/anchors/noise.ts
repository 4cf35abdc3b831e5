import { pick } from './look-alikes.ts';
import type { RevisionRules, Unit } from './revision.ts';

/** What machines read for what. */
const confusions: Record<string, string> = {
	...{ հ: 'ճ', '։': ':', և: 'ն', ն: 'և', ճ: 'հ' },
	...{ o: '0', l: '1', i: 'l', s: '5', b: '8', e: 'c', c: 'e', n: 'u', u: 'n', m: 'n', h: 'b', t: 'f' },
	...{ з: '3', о: '0', п: 'n', и: 'н', н: 'и', ш: 'щ', щ: 'ш', е: 'с', с: 'е', ь: 'ъ', б: '6', т: 'г' },
	...{ ე: 'ც', ვ: 'პ', ი: 'о', ნ: 'წ', მ: 'შ', ს: 'ხ', დ: 'ღ' },
	...{ '0': 'O', '1': 'l', '5': 'S', '8': 'B', '3': 'З', '6': 'б' },
};

/**
 * Characters misread, each by itself: three fifths are others now (half of these ones that machines mistake), a fifth is
 * gone, and behind a fifth stands one more.
 */
export function addNoise(units: readonly Unit[], { noise, random }: RevisionRules): Unit[] {
	const letters = units.map(({ character }) => character).filter((character) => /\p{L}/u.test(character));
	const anyLetter = () => (letters.length > 0 ? pick(letters, random) : 'x');
	return units.flatMap((unit): Unit[] => {
		if (random() >= noise) return [unit];
		const way = random();
		if (way < 0.3) return [misread(unit, confusions[unit.character] ?? anyLetter())];
		if (way < 0.6) return [misread(unit, /\d/.test(unit.character) ? String(Math.floor(random() * 10)) : anyLetter())];
		// A digit that is gone cannot be told from one that was read as the letter beside it: it becomes another instead.
		if (way < 0.8 && /\d/.test(unit.character)) return [misread(unit, String(Math.floor(random() * 10)))];
		if (way < 0.8) return [{ ...unit, character: '' }];
		return [unit, { character: anyLetter(), origin: -1 }];
	});
}

/** A digit that became another digit tells something else, whoever did it. */
function misread(unit: Unit, character: string): Unit {
	const isOtherDigit = /\d/.test(unit.character) && /\d/.test(character) && character !== unit.character;
	return { ...unit, character, isOther: unit.isOther === true || isOtherDigit };
}
