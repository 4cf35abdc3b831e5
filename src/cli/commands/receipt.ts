import { resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { ReceiptSubject, ReceiptSummary } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { signatureWith } from '../signature-choice.ts';

export interface ReceiptOptions {
	/** Ids, titles or parts of them; none with `lastAdded`. */
	records: string[];
	lastAdded?: boolean;
	out?: string;
	fileNames: boolean;
	sign?: boolean;
}

/** Writes a receipt for records, or for what was added last, to a file or to stdout; what to look at is said on stderr. */
export async function writeReceipt(session: Session, options: ReceiptOptions, output: Output): Promise<number> {
	const { archive, calls } = session;
	const { out, fileNames, sign = false } = options;
	if (sign && out === undefined) throw new AppError('invalid-input', { reason: message('cli.log.sign-needs-out') });
	const choice = {
		of: await subjectOf(session, options),
		hasFileNames: fileNames,
		signature: sign ? signatureWith(archive.services.signingKey) : null,
	};
	if (out === undefined) {
		const { text, receipt, signatureText: _none, ...summary } = await calls.receipts.make(choice);
		output.json({ ...summary, receipt });
		output.raw(text);
		noteOn(summary, output);
		return 0;
	}
	const summary = await calls.receipts.exportTo({ ...choice, path: resolve(out) });
	output.json({ file: out, ...summary, ...(sign && { signature: `${out}.minisig` }) });
	noteOn(summary, output);
	return 0;
}

async function subjectOf({ calls }: Session, { records, lastAdded }: ReceiptOptions): Promise<ReceiptSubject> {
	if (lastAdded) {
		const job = (await calls.jobs.list(undefined)).find(({ kind }) => kind === 'add');
		if (!job) throw new AppError('invalid-input', { reason: message('receipt.reason.no-files') });
		return { jobId: job.id };
	}
	const known = await calls.records.list({});
	return { recordIds: records.map((asked) => findRecord(known, asked).id) };
}

function noteOn({ fileCount, exposedNames, isGiverExposed }: ReceiptSummary, output: Output): void {
	output.note(message('receipt.written', { count: fileCount }));
	if (exposedNames.length > 0) output.note(message('finding-aid.exposed', { names: exposedNames.join('; ') }));
	if (isGiverExposed) output.note(message('receipt.giver-exposed'));
}
