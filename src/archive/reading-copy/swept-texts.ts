import type { PlacedText } from '#archive/packages/sweep/name-sweep.ts';
import { machineWritten } from '#archive/packages/sweep/pieces-of-file.ts';
import type { Evidence } from '#shared/domain/evidence.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import {
	type CopyCore,
	corePart,
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

/**
 * Every text of the parts of a copy that a name could stand in, each once: titles that links and evidence repeat are told
 * of where they are at home.
 */
export async function* sweptTexts(
	parts: AsyncIterable<Part>,
	{ records }: Pick<CopyPlan, 'records'>,
): AsyncGenerator<PlacedText> {
	const titles = new Map(records.map(({ id, title }) => [id, title]));
	const owners = new Map(records.flatMap(({ id, editionId }) => (editionId ? [[editionId, id] as const] : [])));
	for await (const { name, content } of parts)
		for (const { value, recordId } of writtenIn(name, JSON.parse(content), owners)) {
			const path = (recordId && titles.get(recordId)) || partPath(name);
			for (const text of textsIn(value)) yield { text, path, recordId };
		}
}

function* writtenIn(name: string, content: unknown, owners: ReadonlyMap<EditionId, RecordId>): Generator<Written> {
	if (name === corePart) {
		const { archive, collections, tags } = content as CopyCore;
		yield { value: [archive, collections, tags], recordId: null };
	} else if (name === thingsPart) {
		const { names, events, mentions } = content as ThingsPart;
		yield { value: [names, events], recordId: null };
		for (const { words, recordId } of Object.values(mentions).flat()) yield { value: words, recordId };
	} else if (name === linksPart) {
		const { ofNames, eventEvidence } = content as LinksPart;
		yield* wordsOfLinks(Object.values(ofNames).flat(), null);
		for (const { attests, contradicts } of Object.values(eventEvidence))
			yield* wordsOfEvidence([...attests, ...contradicts]);
	} else if (name === notesPart) {
		const { annotations, claims, links } = content as NotesPart;
		for (const annotation of annotations) yield { value: annotation, recordId: annotation.recordId };
		for (const { supports, contradicts } of claims) yield* wordsOfEvidence([...supports, ...contradicts]);
		for (const [recordId, views] of entriesOf(links)) yield* wordsOfLinks(views, recordId);
	} else if (name.startsWith('data/records')) {
		for (const [recordId, { detail, description, links }] of entriesOf(content as RecordsPart)) {
			yield { value: [detail, description], recordId };
			yield* wordsOfLinks(links, recordId);
		}
	} else {
		for (const [id, blocks] of entriesOf(content as TextsPart))
			yield { value: blocks, recordId: owners.get(id) ?? null };
	}
}

/** Words that a link was made on may stand in an older text, which the copy does not hold. */
function* wordsOfLinks(links: readonly LinkView[], recordId: RecordId | null): Generator<Written> {
	for (const { words } of links) yield { value: words, recordId };
}

function* wordsOfEvidence(evidence: readonly Evidence[]): Generator<Written> {
	for (const { words, note, record } of evidence) yield { value: [words, note], recordId: record?.id ?? null };
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
