import type { StoredBlock } from '#shared/domain/block.ts';

/** Signs of private use: no standard says what they are, only the font that a source was made with. */
export const privateUse = 'Qaaa';

/** Letters of some script that stand in a text: enough to see whether a font has them. */
export type LettersByScript = ReadonlyMap<string, ReadonlySet<string>>;

const lettersAScript = 6;

/** Letters, and signs of private use, that the bundled faces do not have. What is no letter stands in any text. */
const foreign =
	/[^\p{Script=Latn}\p{Script=Cyrl}\p{Script=Armn}\p{Script=Geor}\p{P}\p{Z}\p{N}\p{S}\p{M}\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/gu;

/** Scripts of Unicode 12 beside the bundled ones, by their ISO 15924 codes: JavaScript can ask for each, and for no other way. */
const scripts =
	'Adlm Aghb Ahom Arab Armi Avst Bali Bamu Bass Batk Beng Bhks Bopo Brah Bugi Buhd Cakm Cans Cari Cham Cher Copt Cprt Deva Dogr Dsrt Dupl Egyp Elba Elym Ethi Glag Gong Gonm Goth Gran Grek Gujr Guru Hang Hani Hano Hatr Hebr Hira Hluw Hmng Hmnp Hung Ital Java Kali Kana Khar Khmr Khoj Knda Kthi Lana Laoo Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym Modi Mong Mroo Mtei Mult Mymr Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Orkh Orya Osge Osma Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd Sidd Sind Sinh Sogd Sogo Sora Soyo Sund Sylo Syrc Tagb Takr Tale Talu Taml Tang Tavt Telu Tfng Tglg Thaa Thai Tibt Tirh Ugar Vaii Wara Wcho Xpeo Xsux Yiii Zanb'
		.split(' ')
		.map((code) => ({ code, pattern: new RegExp(`\\p{Script=${code}}`, 'u') }));

/** Adds what a block has of letters that might not be drawn. */
export function gatherForeignLetters(block: StoredBlock, gathered: Map<string, Set<string>>): void {
	for (const [letter] of block.text.matchAll(foreign)) {
		const script = scriptOf(letter, gathered);
		const letters = gathered.get(script) ?? new Set();
		gathered.set(script, letters);
		if (letters.size < lettersAScript) letters.add(letter);
	}
}

/** Those that the text is known to have first: a text in another script has a million letters of it. */
function scriptOf(letter: string, known: LettersByScript): string {
	if (/\p{Co}/u.test(letter)) return privateUse;
	const has = (code: string) => patterns.get(code)?.test(letter);
	for (const code of known.keys()) if (has(code)) return code;
	return scripts.find(({ pattern }) => pattern.test(letter))?.code ?? 'Zzzz';
}
const patterns = new Map(scripts.map(({ code, pattern }) => [code, pattern]));
