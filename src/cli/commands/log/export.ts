import { resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { CustodyFormat } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../../output.ts';
import type { Session } from '../../session.ts';
import { signatureWith } from '../../signature-choice.ts';

export interface LogExportOptions {
	format: CustodyFormat;
	out?: string;
	sign?: boolean;
}

/** Writes the custody log to a file, with a signature beside it where that is asked for, or to stdout. */
export async function exportLog(
	{ archive, calls }: Session,
	options: LogExportOptions,
	output: Output,
): Promise<number> {
	const { format, out, sign = false } = options;
	const signature = sign ? signatureWith(archive.services.signingKey) : null;
	if (out === undefined) {
		if (sign) throw new AppError('invalid-input', { reason: message('cli.log.sign-needs-out') });
		const { text, ...summary } = await calls.custody.exportText({ format, filter: {}, signature: null });
		// The lines are JSON already.
		if (format === 'jsonl') for (const line of text.trimEnd().split('\n')) output.json(JSON.parse(line));
		else output.json({ ...summary, text });
		output.raw(text);
		return 0;
	}
	const summary = await calls.custody.exportTo({ format, filter: {}, signature, path: resolve(out) });
	output.json({ file: out, format, ...summary, ...(sign && { signature: `${out}.minisig` }) });
	output.note(message('custody.exported', { count: summary.entryCount }));
	return 0;
}
