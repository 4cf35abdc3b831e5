import { idOf } from '#shared/web-annotation/vocabulary.ts';
import { wellFormed } from './web-annotation/file-object.ts';
import { asList, isObject, type Json, type JsonObject } from './web-annotation/json-guard.ts';

const longestWords = 80;

/**
 * What a report calls an annotation: its number in the file, and its address or, where that is a mere UUID, the words it
 * is on or says.
 */
export function itemName(index: number, item: Json): string {
	const words = isObject(item) ? nameOf(item) : '';
	return words === '' ? `${index + 1}.` : `${index + 1}. ${words}`;
}

function nameOf(item: JsonObject): string {
	const address = typeof item.id === 'string' ? item.id : '';
	if (address !== '' && idOf(address) === null) return shorten(address);
	const words = firstText(item.target, 'exact') ?? firstText(item.body, 'value') ?? firstText(item, 'bodyValue');
	return words === undefined ? shorten(address) : `“${shorten(words)}”`;
}

/** The first text under a key, in a target or a body as they usually are. */
function firstText(value: Json | undefined, key: 'exact' | 'value' | 'bodyValue'): string | undefined {
	for (const part of asList(value).filter(isObject)) {
		for (const holder of [part, ...asList(part.selector).filter(isObject)]) {
			const text = holder[key];
			if (typeof text === 'string' && text.trim() !== '') return text;
		}
	}
	return undefined;
}

function shorten(text: string): string {
	const line = wellFormed(text).replace(/\s+/g, ' ').trim();
	if (line.length <= longestWords) return line;
	return `${[...line.slice(0, longestWords)].slice(0, -1).join('')}…`;
}
