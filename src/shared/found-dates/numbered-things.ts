import { notAfterWord, wordSource } from './rule-source.ts';

/** Words after which a number is the number of something, in all six languages: a page, an article, a law, a room. */
const numbered = wordSource(
	[
		'№|nos?|nr|n[°ºo]|no',
		'art|arts|articles?|sections?|sec|paragraphs?|par|para|pp|pages?|vol|volume|chapters?|ch|rooms?|version|law|resolution|item|tel|phone|fax|code|isbn|issn|id|ip',
		'ст|статья|статью|статьи|статье|пп|пункт{L}*|параграф{L}*|стр|страниц{L}*|закон{L}*|тел|комнат{L}*|верси{L}*',
		'էջ{L}*|հոդված{L}*|օրենք{L}*|կետ{L}*|սենյակ{L}*|հեռ',
		'maddə{L}*|səh|səhifə|otaq|versiya|qanun{L}*|bənd{L}*',
		'madde{L}*|sayfa|oda|sürüm|kanun{L}*|fıkra',
		'loi|salle|tél|alinéa|paragraphe',
	].join('|'),
);
/** Letters that are words as well where no full stop follows them. */
const shortened = 'p|s|с|п|n|v|էջ';
const numberedBefore = new RegExp(
	`(?:${notAfterWord}(?:(?:${numbered})\\.?|(?:${shortened})\\.)|№|§§?)[\\s\\u00a0]{0,3}$`,
	'i',
);
const longestWord = 24;

/** Whether a number that begins here is that of a page, an article or another thing that is numbered. */
export function isNumbered(text: string, start: number): boolean {
	return numberedBefore.test(text.slice(Math.max(0, start - longestWord), start));
}
