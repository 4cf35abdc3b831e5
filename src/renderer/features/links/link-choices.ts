import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { comparedWords, scoreText } from '#renderer/lib/word-score.ts';
import { type Annotation, quoteOf } from '#shared/domain/annotation.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import type { Name } from '#shared/domain/name.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import type { SearchHit } from '#shared/search/search-query.ts';

/** One thing that a link can lead to. */
export interface LinkChoice {
	key: string;
	end: LinkEnd;
	kind: LinkEnd['kind'] | 'passage';
	title: string;
	detail: string;
	/** BCP 47, for words of a text. */
	language?: string;
}

/** A choice with the texts by which it can be meant, each as compared words. */
export interface FindableChoice {
	choice: LinkChoice;
	texts: string[][];
}

const mostThings = 30;
const longestTitle = 140;
/** UTF-16 units of a passage that stand before what was found in it. */
const mostBefore = 40;

export function recordChoices(records: readonly RecordSummary[]): FindableChoice[] {
	return records.map(({ id, title, kind }) => findable('record', id, title, recordKindName(kind)));
}

export function nameChoices(names: readonly Name[]): FindableChoice[] {
	return names.map((name) => {
		const forms = name.forms.map(({ text }) => text);
		return findable('name', name.id, nameTitle(name), message(`names.kind.${name.kind}`), forms);
	});
}

export function eventChoices(events: readonly ArchiveEvent[]): FindableChoice[] {
	return events.map(({ id, title, edtf }) => findable('event', id, title, edtf === '' ? '' : edtfWords(edtf)));
}

/** @param titles of the records, by id. */
export function annotationChoices(
	annotations: readonly Annotation[],
	titles: ReadonlyMap<string, string>,
): FindableChoice[] {
	return annotations.map((annotation) => {
		const { id, body, purpose, recordId, tags } = annotation;
		const words = quoteOf(annotation);
		const detail = [message(`purpose.${purpose}`), titles.get(recordId) ?? ''].filter(Boolean).join(' · ');
		return findable('annotation', id, (body || words).replace(/\s+/g, ' '), detail, [words, ...tags]);
	});
}

/** A passage that a search found, as a whole. */
export function passageChoices(hits: readonly SearchHit[]): LinkChoice[] {
	return hits.flatMap((hit) => {
		const { ownerId, editionId, ordinal, number, title, snippet, language } = hit;
		if (editionId === undefined || ordinal === undefined) return [];
		const range = { editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: snippet.length };
		return {
			key: `passage:${editionId}:${ordinal}`,
			end: { kind: 'record', id: ownerId, range },
			kind: 'passage',
			title: wordsAround(hit),
			detail: [title, ...(typeof number === 'number' ? [`¶ ${number}`] : [])].join(' · '),
			...(language === 'und' ? {} : { language }),
		};
	});
}

/** From a little before the first word that was found, which two lines would not always come to. */
function wordsAround({ snippet, marks }: SearchHit): string {
	const { text, start, end, length } = snippet;
	const found = (marks[0]?.[0] ?? start) - start;
	const from = found > mostBefore ? text.lastIndexOf(' ', found - mostBefore) + 1 : 0;
	const words = text.slice(from).replace(/\s+/g, ' ');
	return `${start + from > 0 ? '…' : ''}${words}${end < length ? '…' : ''}`;
}

/** What fits what was typed, most likely first. */
export function fittingChoices(typed: string, things: readonly FindableChoice[]): LinkChoice[] {
	const words = comparedWords(typed);
	return things
		.flatMap(({ choice, texts }) => {
			const score = Math.max(0, ...texts.map((text) => scoreText(words, text)));
			return score > 0 ? [{ choice, score }] : [];
		})
		.sort((one, other) => other.score - one.score || one.choice.title.length - other.choice.title.length)
		.slice(0, mostThings)
		.map(({ choice }) => choice);
}

function findable(
	kind: LinkEnd['kind'],
	id: string,
	title: string,
	detail: string,
	others: readonly string[] = [],
): FindableChoice {
	const choice: LinkChoice = {
		...{ key: `${kind}:${id}`, end: { kind, id }, kind, detail },
		title: title.slice(0, longestTitle),
	};
	return { choice, texts: [title, ...others].map(comparedWords) };
}
