import type { PlacedText } from '#archive/packages/sweep/name-sweep.ts';
import { machineWritten } from '#archive/packages/sweep/pieces-of-file.ts';
import type { ClaimEvidence, EventEvidence } from '#shared/domain/evidence.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import {
	type CopyCore,
	corePart,
	isNumberedPart,
	type LinksPart,
	linksPart,
	type NotesPart,
	notesPart,
	type RecordsPart,
	type TextsPart,
	type ThingsPart,
	thingsPart,
} from '#shared/reading-copy/copy-parts.ts';
import { partPath } from '#shared/reading-copy/part-file.ts';
import type { CopyPlan } from './copy-plan.ts';
import type { Part } from './numbered-parts.ts';

/** Something of a part that people wrote, and the record with which it can be left out. */
interface Written {
	value: unknown;
	recordId: RecordId | null;
}

type AnyEvidence = Partial<Pick<ClaimEvidence, 'supports'> & Pick<EventEvidence, 'attests'>> &
	Pick<ClaimEvidence, 'contradicts'>;

/**
 * Every text of the parts of a copy that a name could stand in, each once: titles that links and evidence repeat are told
 * of where they are at home.
 */
export async function* sweptTexts(
	parts: AsyncIterable<Part>,
	{ records }: Pick<CopyPlan, 'records'>,
): AsyncGenerator<PlacedText> {
	const titles = new Map(records.map(({ id, title }) => [id, title]));
	const owners = new Map(records.flatMap(({ id, editions }) => editions.map((edition) => [edition.id, id] as const)));
	for await (const { name, content } of parts)
		for (const { value, recordId } of writtenIn(name, JSON.parse(content), owners)) {
			const path = (recordId && titles.get(recordId)) || partPath(name);
			for (const text of textsIn(value)) yield { text, path, recordId };
		}
}

type Owners = ReadonlyMap<EditionId, RecordId>;

function writtenIn(name: string, content: unknown, owners: Owners): Generator<Written> {
	if (name === corePart) return writtenInCore(content as CopyCore);
	if (name === thingsPart) return writtenInThings(content as ThingsPart);
	if (name === linksPart) return writtenInLinks(content as LinksPart);
	if (name === notesPart) return writtenInNotes(content as NotesPart);
	if (isNumberedPart(name, 'records')) return writtenInRecords(content as RecordsPart);
	return writtenInTexts(content as TextsPart, owners);
}

/** The records stand there in short. */
function* writtenInCore({ archive, collections, tags }: CopyCore): Generator<Written> {
	yield { value: [archive, collections, tags], recordId: null };
}

function* writtenInThings({ names, events, mentions }: ThingsPart): Generator<Written> {
	yield { value: [names, events], recordId: null };
	for (const { words, recordId } of Object.values(mentions).flat()) yield { value: words, recordId };
}

function* writtenInLinks({ ofNames, eventEvidence }: LinksPart): Generator<Written> {
	yield* wordsOfLinks(Object.values(ofNames).flat(), null);
	for (const evidence of Object.values(eventEvidence)) yield* wordsOfEvidence(evidence);
}

function* writtenInNotes({ annotations, claims, links }: NotesPart): Generator<Written> {
	for (const annotation of annotations) yield { value: annotation, recordId: annotation.recordId };
	for (const evidence of claims) {
		const { claim, words, record } = evidence;
		// Without the sign of a footnote in its midst, a name is another text than that of the annotation.
		if (words !== claim.target?.exact) yield { value: words, recordId: record.id };
		yield* wordsOfEvidence(evidence);
	}
	for (const [recordId, views] of entriesOf(links)) yield* wordsOfLinks(views, recordId);
}

function* writtenInRecords(records: RecordsPart): Generator<Written> {
	for (const [recordId, { detail, description, links }] of entriesOf(records)) {
		yield { value: [detail, description], recordId };
		yield* wordsOfLinks(links, recordId);
	}
}

function* writtenInTexts(texts: TextsPart, owners: Owners): Generator<Written> {
	for (const [id, blocks] of entriesOf(texts)) yield { value: blocks, recordId: owners.get(id) ?? null };
}

/** Words that a link was made on may stand in an older text, which the copy does not hold. */
function* wordsOfLinks(links: readonly LinkView[], recordId: RecordId | null): Generator<Written> {
	for (const { words } of links) yield { value: words, recordId };
}

function* wordsOfEvidence({ supports = [], attests = [], contradicts }: AnyEvidence): Generator<Written> {
	for (const { words, note, record } of [...supports, ...attests, ...contradicts])
		yield { value: [words, note], recordId: record?.id ?? null };
}

function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') {
		if (value !== '' && !machineWritten.test(value)) yield value;
	} else if (typeof value === 'object' && value !== null)
		for (const member of Object.values(value)) yield* textsIn(member);
}

function entriesOf<K extends string, V>(members: Record<K, V>): [K, V][] {
	return Object.entries(members) as [K, V][];
}
