import { basename, resolve } from 'node:path';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

const longestQuote = 60;

/** Brings in a file as the new edition of a record, and prints where each of its annotations stands in it. */
export async function addEdition(
	session: Session,
	{ record: asked, file }: { record: string; file: string },
	output: Output,
): Promise<number> {
	const { calls, archive } = session;
	const { id: recordId } = findRecord(await calls.records.list({}), asked);
	const { newEditions, placements } = archive.services;
	const path = resolve(file);
	const { edition } = await newEditions.add({ recordId, path, name: basename(path) });
	const blocks = await calls.editions.blocks({ id: edition.id });
	const details = new Map(
		placements.listOf(recordId, edition.id).map((placement) => [placement.annotationId, placement]),
	);
	const marks = (await calls.annotations.list({ recordId })).filter(({ target }) => target !== null);
	output.json({ edition });
	for (const mark of marks) {
		const { method = 'same-edition', score = 1, margin = 1 } = details.get(mark.id) ?? {};
		const { id: annotationId, placement: state, place, target } = mark;
		output.json({ annotationId, state, place, exact: target?.exact, method, score, margin });
		output.line(markLine(mark, blocks));
	}
	const count = (state: Annotation['placement']) => marks.filter(({ placement }) => placement === state).length;
	output.note(
		message('cli.editions.added', {
			...{ passages: edition.passageCount, notes: marks.length },
			...{ review: count('needs-review'), unplaced: count('unplaced') },
		}),
	);
	return 0;
}

function markLine({ placement, place, target }: Annotation, blocks: readonly StoredBlock[]): string {
	const exact = withoutControls(target?.exact ?? '');
	const quote = exact.length > longestQuote ? `${exact.slice(0, longestQuote)}…` : exact;
	const number = blocks.find(({ ordinal }) => ordinal === place?.startOrdinal)?.number;
	const state = message(`annotations.placement.${placement}`);
	return message('cli.editions.note', { state, quote, paragraph: number ? String(number) : 'none' });
}
