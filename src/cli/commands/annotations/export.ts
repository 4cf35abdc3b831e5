import { resolve } from 'node:path';
import type { ExportFormat, ExportSummary } from '#shared/domain/annotation-transfer.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../../output.ts';
import { findRecord } from '../../record-choice.ts';
import type { Session } from '../../session.ts';
import { withoutControls } from '../../text-width.ts';

export interface ExportOptions {
	format: ExportFormat;
	record?: string;
	out?: string;
}

/** Writes annotations to a file, or to stdout; what it wrote is said on stderr. */
export async function exportAnnotations(
	{ calls }: Session,
	{ format, record, out }: ExportOptions,
	output: Output,
): Promise<number> {
	const choice = record === undefined ? {} : { recordId: findRecord(await calls.records.list({}), record).id };
	if (out !== undefined) {
		const summary = await calls.annotations.exportTo({ format, choice, path: resolve(out) });
		output.json({ file: out, format, ...summary });
		note(summary, output);
		return 0;
	}
	const { text, ...summary } = await calls.annotations.exportText({ format, choice });
	output.json({ format, ...summary, text });
	// A terminal is not sent what a note could make it do.
	const safe = output.isTerminal ? text.split('\n').map(withoutControls).join('\n') : text;
	output.line(safe.replace(/\n$/, ''));
	note(summary, output);
	return 0;
}

function note({ exported, withheld }: ExportSummary, output: Output): void {
	output.note(message('transfer.exported', { exported, withheld }));
}
