import { characterKinds } from '#shared/text/character-kinds.ts';

/** Characters that are looked at: a guess does not get better with more. */
const sampleLength = 20_000;

const scripts = ['latin', 'cyrillic', 'armenian', 'georgian', 'other', 'none'] as const;

/** As a place in `scripts`, from 1; what is no letter of any script is none. */
const scriptOf = characterKinds((character) => {
	const scriptLetters = [
		/\p{Script=Latin}/u,
		/\p{Script=Cyrillic}/u,
		/\p{Script=Armenian}/u,
		/\p{Script=Georgian}/u,
		/\p{L}/u,
	];
	const found = scriptLetters.findIndex((letters) => letters.test(character));
	return found < 0 ? scripts.length : found + 1;
});

const englishWords = words(
	'the of and to in that was for with is on by from which were this are as at it be have had not',
);
const frenchWords = words(
	'le la les des du et dans est une un qui pour avec sur au aux par que ce cette ont sont pas il',
);

/**
 * A cheap guess at a text's language as a BCP 47 tag, by script first and then by letters or common words; 'und' where
 * nothing speaks clearly for one of the languages Lectern is made for.
 */
export function guessLanguage(text: string): string {
	const sample = text.slice(0, sampleLength);
	const main = mainScript(sample);
	if (main.count === 0) return 'und';
	if (main.name === 'armenian') return 'hy';
	if (main.name === 'georgian') return 'ka';
	if (main.name === 'cyrillic') return cyrillicLanguage(sample, main.count);
	return main.name === 'latin' ? latinLanguage(sample, main.count) : 'und';
}

function mainScript(sample: string): { name: (typeof scripts)[number]; count: number } {
	const counts = scripts.map((name) => ({ name, count: 0 }));
	for (const character of sample) {
		const own = counts[scriptOf(character.codePointAt(0) as number) - 1];
		if (own) own.count += 1;
	}
	return counts.slice(0, -1).reduce((best, next) => (next.count > best.count ? next : best));
}

function cyrillicLanguage(sample: string, letters: number): string {
	// ҝ and ҹ are Azerbaijani alone; ә, ғ, ө, ү it shares with others.
	if (count(sample, /[ҝҹә]/giu) > letters * 0.01 && /[ҝҹ]/iu.test(sample)) return 'az-Cyrl';
	if (!/[ыэ]/iu.test(sample) && count(sample, /[їєґ]/giu) > letters * 0.005) return 'uk';
	return 'ru';
}

function latinLanguage(sample: string, letters: number): string {
	// Shares, not single letters: an English text full of Azerbaijani or Turkish names is still English.
	if (count(sample, /ə/giu) > letters * 0.04) return 'az';
	if (count(sample, /[ğışİ]/gu) > letters * 0.03) return 'tr';
	const all = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
	const english = share(all, englishWords);
	const french = /[éèçàê]/iu.test(sample) ? share(all, frenchWords) : 0;
	if (Math.max(english, french) < 0.1) return 'und';
	return english >= french ? 'en' : 'fr';
}

function share(all: readonly string[], known: ReadonlySet<string>): number {
	return all.filter((word) => known.has(word)).length / all.length;
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}
