// What a translated message must have in common with the English one.
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/**
 * How a translation departs from the English message in what the program fills in, a sentence each; empty when it is right.
 * @param {string} language BCP 47: it needs a form for each of its plurals (CLDR), but for one that its whole numbers never take
 * @param {string} english an ICU message
 * @param {string} translation
 * @returns {string[]}
 */
export function departuresOf(language, english, translation) {
	const wanted = partsOf(english);
	let found;
	try {
		found = partsOf(translation);
	} catch (error) {
		return [`does not parse: ${/** @type {Error} */ (error).message}`];
	}
	const plurals = pluralsOf(language);
	return [
		...missing(wanted.names, found.names).map((name) => `lacks {${name}}`),
		...missing(found.names, wanted.names).map((name) => `has {${name}}, which the English has not`),
		...missing(wanted.choices, found.choices).map((choice) => `lacks the choice ${choice}`),
		...found.plurals.flatMap(([name, forms]) =>
			missing(plurals, forms).map((form) => `has no form of {${name}} for ${form}`),
		),
		...(english !== '' && translation.trim() === '' ? ['is empty'] : []),
	];
}

/** @param {string} language */
function pluralsOf(language) {
	const rules = new Intl.PluralRules(language);
	const taken = Array.from({ length: 200 }, (_, number) => rules.select(number));
	return [...new Set([...taken, 'other'])];
}

/**
 * @param {string[]} wanted
 * @param {string[]} found
 */
function missing(wanted, found) {
	return [...new Set(wanted)].filter((one) => !found.includes(one));
}

/** @param {string} message */
function partsOf(message) {
	/** @type {{ names: string[], choices: string[], plurals: [string, string[]][] }} */
	const parts = { names: [], choices: [], plurals: [] };
	collect(compileMessageOrThrow(message), parts);
	return parts;
}

/**
 * @param {unknown} tokens as Lingui keeps a message: texts, and `[name, type?, options?]` for what is filled in
 * @param {{ names: string[], choices: string[], plurals: [string, string[]][] }} parts
 */
function collect(tokens, parts) {
	if (!Array.isArray(tokens)) return;
	for (const token of tokens) {
		if (!Array.isArray(token)) continue;
		const [name, type, options] = token;
		parts.names.push(name);
		if (typeof options !== 'object' || options === null) continue;
		const forms = Object.keys(options);
		if (type === 'plural') parts.plurals.push([name, forms]);
		if (type === 'select') parts.choices.push(...forms.map((form) => `${form} of {${name}}`));
		for (const form of Object.values(options)) collect(form, parts);
	}
}
