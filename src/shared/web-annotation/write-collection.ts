import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { derivedId } from '../domain/ids.ts';
import { addressOf, annotationContext, ownContext } from './vocabulary.ts';

/**
 * An AnnotationCollection with all of its annotations on one embedded page, an annotation a line. Its id is derived from
 * what is in it: the same annotations give the same bytes, whenever and wherever they are exported.
 *
 * @param more further properties of the collection, behind its page
 */
export function writeCollection(annotations: readonly object[], more: object = {}): string {
	const lines = annotations.map((annotation) => JSON.stringify(annotation));
	const hash = sha256.create();
	for (const line of lines) hash.update(utf8ToBytes(`${line}\n`));
	const digest = bytesToHex(hash.digest());
	const head = {
		'@context': [annotationContext, ownContext],
		id: addressOf(derivedId('annotation-collection', digest)),
		type: 'AnnotationCollection',
		label: 'Lectern',
		total: lines.length,
	};
	const page = {
		id: addressOf(derivedId('annotation-page', digest)),
		type: 'AnnotationPage',
		startIndex: 0,
	};
	const rest = Object.entries(more).map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
	return `${openObject(head)},"first":${openObject(page)},"items":[\n${lines.join(',\n')}\n]}${rest.join('')}}\n`;
}

/** Without its closing brace, for more properties to follow. */
function openObject(value: object): string {
	return JSON.stringify(value).slice(0, -1);
}
