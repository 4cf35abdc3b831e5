import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const byteOrderMark = /^\ufeff/;
/** The Recommendation's own examples nest 8 deep; what goes far beyond is made to break a reader. */
const deepestNesting = 64;

/** The value that a JSON text holds. Throws unreadable-file when it is none, and when it nests too deep. */
export function parseJson(text: string, file: string): Json {
	const json = text.replace(byteOrderMark, '');
	if (nestsDeeper(json, deepestNesting))
		throw new AppError('unreadable-file', {
			file,
			reason: message('transfer.reason.tooDeep', { depth: deepestNesting }),
		});
	try {
		return JSON.parse(json) as Json;
	} catch (error) {
		throw new AppError('unreadable-file', { file, reason: message('transfer.reason.notJson') }, { cause: error });
	}
}

/** By brackets outside of strings, before anything is built. */
function nestsDeeper(json: string, most: number): boolean {
	let depth = 0;
	let isInString = false;
	for (let at = 0; at < json.length; at += 1) {
		const unit = json.charCodeAt(at);
		if (unit === quote) isInString = !isInString;
		else if (isInString) at += unit === backslash ? 1 : 0;
		else if (unit === openBrace || unit === openBracket) depth += 1;
		else if (unit === closeBrace || unit === closeBracket) depth -= 1;
		if (depth > most) return true;
	}
	return false;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [...'"\\{}[]'].map((sign) =>
	sign.charCodeAt(0),
);

export function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes a list of one as that one, and none as nothing. */
export function asList(value: Json | undefined): Json[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}
