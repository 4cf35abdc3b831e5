import { isEdtf } from '#renderer/lib/edtf-words.ts';
import { type Annotation, type Placement, type Purpose, quoteOf } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { collation } from '#shared/messages/collation.ts';

/** Of a question whether it is answered; of any annotation how it stands on its words. */
export type AnnotationState = 'open' | 'resolved' | Placement;
export const annotationStates: readonly AnnotationState[] = [
	'open',
	'resolved',
	'placed',
	'moved',
	'needs-review',
	'unplaced',
	'left',
];

export const annotationOrders = ['changed', 'made', 'record', 'author', 'purpose', 'tag', 'state'] as const;
export type AnnotationOrder = (typeof annotationOrders)[number];

export const annotationDays = ['changed', 'made'] as const;

/** What narrows and orders the list; '' stands for any. */
export interface AnnotationFilter {
	/** Any of these; all purposes when empty. */
	purposes: readonly Purpose[];
	tag: string;
	author: string;
	recordId: RecordId | '';
	state: AnnotationState | '';
	/** Which of its days the next two are about: when it was made, or last changed. */
	day: (typeof annotationDays)[number];
	/** Days (YYYY-MM-DD, UTC) between which that was, both included; also whole months and years. */
	since: string;
	until: string;
	/** Each word has to stand in the note, the marked words, a tag, the author or the record's title. */
	words: string;
	order: AnnotationOrder;
}

export const noFilter: AnnotationFilter = {
	...{ purposes: [], tag: '', author: '', recordId: '', state: '', since: '', until: '', words: '' },
	...{ day: 'changed', order: 'changed' },
};

type Titles = ReadonlyMap<RecordId, string>;

/** What passes the filter, in its order. */
export function filterAnnotations(
	annotations: readonly Annotation[],
	filter: AnnotationFilter,
	titles: Titles,
): Annotation[] {
	const wanted = plain(filter.words).split(/\s+/).filter(Boolean);
	return annotations
		.filter((annotation) => passes(annotation, filter))
		.filter((annotation) => wanted.length === 0 || hasWords(annotation, wanted, titles))
		.toSorted(comparisons[filter.order](titles));
}

function passes(annotation: Annotation, filter: AnnotationFilter): boolean {
	const { purposes, tag, author, recordId, state, day, since, until } = filter;
	const instant = day === 'made' ? annotation.createdAt : annotation.changedAt;
	return (
		(purposes.length === 0 || purposes.includes(annotation.purpose)) &&
		(tag === '' || annotation.tags.includes(tag)) &&
		(author === '' || annotation.author === author) &&
		(recordId === '' || annotation.recordId === recordId) &&
		(state === '' || isIn(state, annotation)) &&
		(since === '' || instant.slice(0, since.length) >= since) &&
		(until === '' || instant.slice(0, until.length) <= until)
	);
}

/** The day, month or year that a text gives, or begins with while it is typed: `2026-1` says the year 2026; '' for none. */
export function dayIn(text: string): string {
	const [typed = ''] = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text.trim()) ?? [];
	return [typed, typed.slice(0, 7), typed.slice(0, 4)].find((day) => day !== '' && isEdtf(day)) ?? '';
}

function isIn(state: AnnotationState, { purpose, isResolved, placement }: Annotation): boolean {
	if (state === 'open') return purpose === 'question' && !isResolved;
	if (state === 'resolved') return purpose === 'question' && isResolved;
	return placement === state;
}

/** Folding ten thousand notes takes longer than a key press may; an annotation that is shown again is the same object. */
const foldedTexts = new WeakMap<Annotation, string>();

function hasWords(annotation: Annotation, wanted: readonly string[], titles: Titles): boolean {
	let text = foldedTexts.get(annotation);
	if (text === undefined) {
		const { body, tags, author } = annotation;
		text = plain([body, quoteOf(annotation), author, ...tags].join('\n'));
		foldedTexts.set(annotation, text);
	}
	const title = foldedTitle(titles.get(annotation.recordId) ?? '');
	return wanted.every((word) => text.includes(word) || title.includes(word));
}

const foldedTitles = new Map<string, string>();

function foldedTitle(title: string): string {
	const folded = foldedTitles.get(title) ?? plain(title);
	foldedTitles.set(title, folded);
	return folded;
}

type Comparison = (a: Annotation, b: Annotation) => number;
const lastFirst: Comparison = (a, b) => compare(b.changedAt, a.changedAt) || compare(a.id, b.id);
const by = (text: (annotation: Annotation) => string): Comparison => {
	const order = collation();
	const names = new Map<string, number>();
	return (a, b) => {
		const [one, other] = [text(a), text(b)];
		// What has none comes last.
		if (one === '' || other === '') return Number(one === '') - Number(other === '') || lastFirst(a, b);
		const key = `${one}\n${other}`;
		const known = names.get(key) ?? order(one, other);
		names.set(key, known);
		return known || lastFirst(a, b);
	};
};

const comparisons: Readonly<Record<AnnotationOrder, (titles: Titles) => Comparison>> = {
	changed: () => lastFirst,
	made: () => (a, b) => compare(b.createdAt, a.createdAt) || compare(a.id, b.id),
	record: (titles) => by(({ recordId }) => titles.get(recordId) ?? ''),
	author: () => by(({ author }) => author),
	purpose: () => by(({ purpose }) => purpose),
	tag: () => by(({ tags }) => tags[0] ?? ''),
	state: () => (a, b) => urgencyOf(a) - urgencyOf(b) || lastFirst(a, b),
};

/** What waits for a person comes first. */
const byUrgency: readonly AnnotationState[] = [
	...(['needs-review', 'unplaced', 'open', 'moved', 'left', 'placed', 'resolved'] as const),
];

function urgencyOf(annotation: Annotation): number {
	return byUrgency.findIndex((state) => isIn(state, annotation));
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** All tags that are used, by the alphabet. */
export function tagsOf(annotations: readonly Annotation[]): string[] {
	return [...new Set(annotations.flatMap(({ tags }) => tags))].toSorted(collation());
}

/** Everyone who wrote, by the alphabet; who gave no name is not among them. */
export function authorsOf(annotations: readonly Annotation[]): string[] {
	return [...new Set(annotations.map(({ author }) => author))].filter(Boolean).toSorted(collation());
}

/** The records that have annotations, by title. */
export function recordsOf(annotations: readonly Annotation[], titles: Titles): RecordId[] {
	const title = (id: RecordId) => titles.get(id) ?? '';
	const order = collation();
	return [...new Set(annotations.map(({ recordId }) => recordId))].toSorted((a, b) => order(title(a), title(b)));
}

/** Without case and accents, so that what is typed quickly is found. */
function plain(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
