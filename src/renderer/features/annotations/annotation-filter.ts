import type { Annotation, Purpose } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';

export interface AnnotationFilter {
	/** Any of these; all purposes when empty. */
	purposes: readonly Purpose[];
	/** '' for any. */
	tag: string;
	/** Each word has to stand in the note, the marked words, a tag or the record's title. */
	words: string;
}

/** What passes the filter, the last changed first. */
export function filterAnnotations(
	annotations: readonly Annotation[],
	{ purposes, tag, words }: AnnotationFilter,
	titles: ReadonlyMap<RecordId, string>,
): Annotation[] {
	const wanted = plain(words).split(/\s+/).filter(Boolean);
	return annotations
		.filter((annotation) => purposes.length === 0 || purposes.includes(annotation.purpose))
		.filter((annotation) => tag === '' || annotation.tags.includes(tag))
		.filter((annotation) => {
			const text = plain(
				[
					annotation.body,
					annotation.target?.exact ?? '',
					...annotation.tags,
					titles.get(annotation.recordId) ?? '',
				].join('\n'),
			);
			return wanted.every((word) => text.includes(word));
		})
		.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt) || a.id.localeCompare(b.id));
}

/** All tags that are used, by the alphabet. */
export function tagsOf(annotations: readonly Annotation[]): string[] {
	return [...new Set(annotations.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));
}

/** Without case and accents, so that what is typed quickly is found. */
function plain(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
