import { basename, resolve } from 'node:path';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { type Annotation, type Placement, quoteOf, type TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { type EditionId, type JobId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

const longestQuote = 60;

export interface EditionOptions {
	record: string;
	file: string;
	/** Which of the record's recordings, from 1; 0 for none of them. */
	recording?: number;
}

/** Brings in a file as the new edition of a record, and prints where each of its annotations and links stands in it. */
export async function addEdition(
	session: Session,
	{ record: asked, file, recording }: EditionOptions,
	output: Output,
): Promise<number> {
	const { calls, archive } = session;
	const { id: recordId } = findRecord(await calls.records.list({}), asked);
	const { newEditions, placements } = archive.services;
	const path = resolve(file);
	const recordingSha256 = chooseRecording(await calls.records.get({ id: recordId }), recording);
	const request = { id: newId<JobId>(), recordId, path, name: basename(path), recordingSha256 };
	const { edition } = await newEditions.add(request);
	const blocks = await calls.editions.blocks({ id: edition.id });
	const details = new Map(
		placements.listOf(recordId, edition.id).map((placement) => [placement.annotationId, placement]),
	);
	const marks = (await calls.annotations.list({ recordId })).filter((annotation) => quoteOf(annotation) !== '');
	output.json({ edition });
	for (const mark of marks) {
		const { method = 'same-edition', score = 1, margin = 1 } = details.get(mark.id) ?? {};
		const { id: annotationId, placement: state, place } = mark;
		const quote = quoteOf(mark);
		output.json({ annotationId, state, place, exact: quote, method, score, margin });
		output.line(stateLine('cli.editions.note', { state, quote, place }, blocks));
	}
	const count = (state: Annotation['placement']) => marks.filter(({ placement }) => placement === state).length;
	await printLinks(session, recordId, { id: edition.id, blocks }, output);
	output.note(
		message('cli.editions.added', {
			...{ passages: edition.passageCount, notes: marks.length },
			...{ review: count('needs-review'), unplaced: count('unplaced') },
		}),
	);
	return 0;
}

/** The only recording, or the one that was said: of several none is guessed. */
function chooseRecording({ title, files }: RecordDetail, asked: number | undefined): Sha256 | null {
	const recordings = files.filter(({ mediaType }) => isRecording(mediaType));
	if (asked === 0) return null;
	if (asked === undefined && recordings.length > 1) {
		const names = recordings.map(({ fileName }, index) => `${index + 1} ${withoutControls(fileName)}`).join('; ');
		throw new AppError('invalid-input', { reason: message('cli.editions.recordings', { files: names }) });
	}
	const recording = recordings[(asked ?? 1) - 1];
	if (!recording && asked !== undefined)
		throw new AppError('invalid-input', { reason: message('cli.editions.recording-none', { title }) });
	return recording?.sha256 ?? null;
}

/** The ends of links on the record, as its annotations. */
async function printLinks(
	{ calls, archive }: Session,
	recordId: RecordId,
	edition: ShownEdition,
	output: Output,
): Promise<void> {
	const ends = archive.services.linkPlacements.listOf(recordId, edition.id);
	const links = await calls.links.list({ kind: 'record', id: recordId });
	for (const { linkId, side, state, range, method, score, margin } of ends) {
		const place = range && { ...range, editionId: edition.id };
		const { words } = links.find(({ id }) => id === linkId) ?? {};
		output.json({ linkId, side, state, place, method, score, margin });
		const quote = words?.[side] || (place ? textOfRange(edition.blocks, place) : '');
		output.line(stateLine('cli.editions.link', { state, quote, place }, edition.blocks));
	}
}

interface ShownEdition {
	id: EditionId;
	blocks: readonly StoredBlock[];
}

interface Stated {
	state: Placement;
	quote: string;
	place: TextRange | null;
}

function stateLine(
	key: 'cli.editions.note' | 'cli.editions.link',
	{ state, quote, place }: Stated,
	blocks: readonly StoredBlock[],
): string {
	const exact = withoutControls(quote);
	const number = blocks.find(({ ordinal }) => ordinal === place?.startOrdinal)?.number;
	return message(key, {
		state: message(`annotations.placement.${state}`),
		quote: exact.length > longestQuote ? `${exact.slice(0, longestQuote)}…` : exact,
		paragraph: number ? String(number) : 'none',
	});
}
