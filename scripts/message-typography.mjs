/**
 * What is set otherwise than a language sets it, by language: what a pattern finds, and how that is said. Quotation marks
 * that are typed into a query or a terminal (") are nobody's.
 * @type {Record<string, { pattern: RegExp, what: string }[]>}
 */
const rules = {
	az: [{ pattern: /[«»]/, what: 'has quotation marks of another language' }],
	fr: [
		{
			pattern: /« | »|\S [;:?!](?=\s|$|\{)/,
			what: 'has a space that breaks the line beside a sign; U+00A0 or U+202F keeps them together',
		},
		{ pattern: /[“”]/, what: 'has quotation marks of another language' },
	],
	hy: [
		{ pattern: /(?<=[\u0531-\u0587»])[.](?=\s|$)/, what: 'has a full stop for the Armenian middle stop (U+2024)' },
		{ pattern: /[“”]/, what: 'has quotation marks of another language' },
	],
	ru: [{ pattern: /[“”]/, what: 'has quotation marks of another language' }],
	tr: [{ pattern: /[«»]/, what: 'has quotation marks of another language' }],
};

/**
 * @param {string} language
 * @param {string} text
 */
export function misprintsOf(language, text) {
	return (rules[language] ?? []).filter(({ pattern }) => pattern.test(text)).map(({ what }) => what);
}

/** A label may be so many times as long as in English, or so many letters longer where it is short. */
const longest = { times: 2, letters: 25 };

/**
 * Whether a label has grown beyond what there is room for. Labels are what ends in no full stop and has nothing filled in.
 * @param {string} english
 * @param {string} translation
 */
export function isTooLong(english, translation) {
	const isLabel = !/[{.?!]/.test(english);
	return isLabel && translation.length > Math.max(longest.times * english.length, english.length + longest.letters);
}
