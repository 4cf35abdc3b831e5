import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { shortName } from '#shared/web-annotation/vocabulary.ts';
import { asList, isObject, type Json, type JsonObject } from './json-guard.ts';

/** The annotations of a file, and addresses of further pages that it names and does not hold. */
export interface ReadCollection {
	items: Json[];
	missingPages: string[];
}

const mostAnnotations = 200_000;

/**
 * Takes an annotation alone, a list of them, an AnnotationPage, an AnnotationCollection, and a graph of JSON-LD. Pages
 * that lie elsewhere are named and not fetched. Throws unreadable-file when there are no annotations in it, or too many.
 */
export function readCollection(json: Json, file: string): ReadCollection {
	const found: ReadCollection = { items: [], missingPages: [] };
	if (Array.isArray(json)) found.items = json;
	else if (isObject(json)) readObject(json, found);
	const { length } = found.items;
	if (length === 0) throw new AppError('unreadable-file', { file, reason: message('transfer.reason.none') });
	if (length > mostAnnotations)
		throw new AppError('unreadable-file', {
			file,
			reason: message('transfer.reason.tooMany', { most: mostAnnotations }),
		});
	return found;
}

function readObject(object: JsonObject, found: ReadCollection): void {
	const types = [...asList(object.type), ...asList(object['@type'])].map((type) => shortName(String(type)));
	if (types.includes('AnnotationPage')) readPage(object, found);
	else if (types.includes('AnnotationCollection')) {
		for (const page of asList(object.first)) readPage(page, found);
	} else if (Array.isArray(object['@graph'])) found.items = object['@graph'];
	else if (types.includes('Annotation')) found.items = [object];
}

/** In a loop, since a file may chain as many pages as it may nest. */
function readPage(first: Json, found: ReadCollection): void {
	let page: Json | undefined = first;
	while (isObject(page)) {
		for (const item of asList(page.items)) found.items.push(item);
		page = page.next;
	}
	if (typeof page === 'string') found.missingPages.push(page);
}
