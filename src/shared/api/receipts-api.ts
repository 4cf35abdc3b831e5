import * as v from 'valibot';
import type { JobId, RecordId } from '../domain/ids.ts';
import type { Receipt, ReceiptChoice, ReceiptFinding, ReceiptSummary } from '../domain/receipt.ts';
import { idSchema, lineSchema } from './schemas.ts';

export interface ReceiptCalls {
	/**
	 * A receipt as data and as the text of a page, with its signature: for clients that keep or print it themselves. Fails
	 * with `invalid-input` where there is no file, wrong-passphrase, and not-found for a signature without a key.
	 */
	make(argument: ReceiptChoice): ReceiptSummary & { receipt: Receipt; text: string; signatureText: string | null };
	/** Writes the page, over what has that name, and a signature beside it with `.minisig` at the end of the name. */
	exportTo(argument: ReceiptChoice & { path: string }): ReceiptSummary;
	/** Compares a receipt with this archive, item by item; reads originals back. `invalid-input` for what is none. */
	prove(argument: { file: string }): ReceiptFinding[];
}

/** A receipt of some ten thousand files. */
const longestReceipt = 16_000_000;

const choice = {
	of: v.union([
		v.object({ recordIds: v.pipe(v.array(idSchema<RecordId>()), v.minLength(1)) }),
		v.object({ jobId: idSchema<JobId>() }),
	]),
	hasFileNames: v.boolean(),
	signature: v.nullable(v.object({ passphrase: lineSchema })),
};

export const receiptArguments = {
	make: v.object(choice),
	exportTo: v.object({ ...choice, path: lineSchema }),
	prove: v.object({ file: v.pipe(v.string(), v.maxLength(longestReceipt)) }),
};
