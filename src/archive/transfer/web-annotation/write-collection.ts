import { createHash } from 'node:crypto';
import { derivedId } from '#shared/domain/ids.ts';
import { addressOf, annotationContext, ownContext } from './vocabulary.ts';

/**
 * An AnnotationCollection with all of its annotations on one embedded page, an annotation a line. Its id is derived from
 * what is in it: the same annotations give the same bytes, whenever and wherever they are exported.
 */
export function writeCollection(annotations: readonly object[]): string {
	const lines = annotations.map((annotation) => JSON.stringify(annotation));
	const hash = createHash('sha256');
	for (const line of lines) hash.update(`${line}\n`);
	const digest = hash.digest('hex');
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
	return `${openObject(head)},"first":${openObject(page)},"items":[\n${lines.join(',\n')}\n]}}\n`;
}

/** Without its closing brace, for more properties to follow. */
function openObject(value: object): string {
	return JSON.stringify(value).slice(0, -1);
}
