import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { parallelPassages } from '#shared/domain/parallel-passages.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { alignTexts } from '#shared/text/parallel/align-texts.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

/** Prints two texts passage by passage, as they stand beside each other, corrections by hand included. */
export async function printBeside(
	{ calls }: Session,
	asked: { record: string; other: string },
	output: Output,
): Promise<number> {
	const records = await calls.records.list({});
	const [firstId, secondId] = [asked.record, asked.other].map((name) => textOf(findRecord(records, name)));
	if (firstId === undefined || secondId === undefined || firstId === secondId)
		throw new AppError('invalid-input', { reason: message('cli.beside.two-texts') });
	const [first, second] = [await calls.editions.blocks({ id: firstId }), await calls.editions.blocks({ id: secondId })];
	const pairs = await calls.alignments.list({ firstId, secondId });
	for (const group of alignTexts(parallelPassages(first), parallelPassages(second), pairs)) {
		const [one, other] = [sideOf(first, group.first), sideOf(second, group.second)];
		output.json({ first: one, second: other, isByHand: group.isByHand });
		const hand = group.isByHand ? ` (${message('cli.beside.by-hand')})` : '';
		output.line(`\n${numbersOf(one)} · ${numbersOf(other)}${hand}`);
		for (const { text } of [...one, ...other]) output.line(`  ${withoutControls(text)}`);
	}
	return 0;
}

function textOf({ editionId, title }: RecordSummary): EditionId {
	if (editionId) return editionId;
	throw new AppError('invalid-input', { reason: `${title}: ${message('cli.show.noText')}` });
}

interface Passage {
	/** ¶ number; null where none is counted. */
	number: number | null;
	text: string;
}

function sideOf(blocks: readonly StoredBlock[], ordinals: readonly number[]): Passage[] {
	return ordinals.flatMap((ordinal) => {
		const block = blocks[ordinal];
		return block ? [{ number: block.number, text: block.text }] : [];
	});
}

/** "¶3", "¶3, ¶4", or a dash for a side with nothing. */
function numbersOf(passages: readonly Passage[]): string {
	return passages.map(({ number }) => (number === null ? '#' : `¶${number}`)).join(', ') || '–';
}
