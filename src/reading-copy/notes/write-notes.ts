import type { Annotation } from '#shared/domain/annotation.ts';
import { historyLiteral } from '#shared/reading-copy/notes/notes-file.ts';
import { StreamText } from '#shared/web-annotation/stream-text.ts';
import { writeAnnotation } from '#shared/web-annotation/write-annotation.ts';
import { writeCollection } from '#shared/web-annotation/write-collection.ts';
import type { CopySource } from '../copy-source.ts';
import type { OpenNotes } from './open-notes.ts';

/**
 * What was made or changed in the copy as W3C Web Annotations, for any program; beside them, for a merge, each step in
 * which it was done.
 */
export async function writeNotes(source: CopySource, { book, history }: OpenNotes): Promise<string> {
	const written: object[] = [];
	for (const annotation of book.listTouched()) written.push(await write(source, annotation));
	return writeCollection(written, historyLiteral(history()));
}

async function write(source: CopySource, annotation: Annotation): Promise<object> {
	const { target, region, recordId } = annotation;
	const { detail } = await source.record(recordId);
	const edition = target && detail.editions.find(({ id }) => id === target.editionId);
	const stream = edition && new StreamText(edition.id, await source.blocks(edition.id));
	return writeAnnotation(annotation, {
		record: detail,
		edition: edition && stream ? { stream, textSha256: edition.textSha256 } : null,
		mediaType: detail.files.find(({ sha256 }) => sha256 === region?.originalSha256)?.mediaType ?? '',
		links: [],
		places: [],
	});
}
