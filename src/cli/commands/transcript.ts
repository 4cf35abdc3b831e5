import { writeWholeFile } from '#archive/transfer/annotation-file.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { type SubtitleFormat, writeSubtitles } from '#shared/transcript/write-subtitles.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

interface TranscriptOptions {
	record: string;
	format: SubtitleFormat;
	/** Absent for stdout. */
	out: string | undefined;
}

/** Writes the transcript that a record shows, with its times, for players and editors of subtitles. */
export async function writeTranscript(
	{ calls }: Session,
	{ record: asked, format, out }: TranscriptOptions,
	output: Output,
): Promise<number> {
	const { id } = findRecord(await calls.records.list({}), asked);
	const { title, editionId } = await calls.records.get({ id });
	const blocks = editionId ? await calls.editions.blocks({ id: editionId }) : [];
	if (!editionId || !blocks.some(({ time }) => time))
		throw new AppError('invalid-input', { reason: message('cli.transcript.none', { title }) });
	const { language } = await calls.editions.get({ id: editionId });
	const text = writeSubtitles(blocks, format, language);
	const left = blocks.filter((block) => block.text !== '' && !block.time).length;
	if (out === undefined) {
		output.json({ format, text, left });
		output.raw(output.isTerminal ? `${text.split('\n').map(withoutControls).join('\n')}\n` : text);
	} else {
		await writeWholeFile(out, text);
		output.json({ file: out, format, left });
	}
	output.note(message('transcript.saved-as', { left }));
	return 0;
}
