import * as v from 'valibot';
import { idSchema, sha256Schema } from '#shared/api/schemas.ts';
import type { ReplicaId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { archiveOn, receiptInstant } from '#shared/receipt/receipt-sheet.ts';
import { factValue, receiptDataClose, receiptDataOpen, receiptRows } from './receipt-page.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const receiptSchema = v.object({
	lecternReceipt: v.literal(1),
	archiveId: v.string(),
	archiveTitle: v.string(),
	madeAt: v.string(),
	madeBy: v.string(),
	software: v.string(),
	files: v.array(
		v.object({
			fileName: v.string(),
			sha256: sha256Schema,
			mediaType: v.string(),
			sizeBytes: count,
			receivedAt: v.string(),
			receivedOn: v.string(),
			receivedBy: v.string(),
		}),
	),
	custody: v.object({
		head: sha256Schema,
		chains: v.array(v.object({ replicaId: idSchema<ReplicaId>(), sequence: count, hash: sha256Schema })),
	}),
});

/** Whether a file is a receipt, or says that it is one. */
export function isReceipt(file: string): boolean {
	return file.includes(receiptDataOpen);
}

/**
 * The data of a receipt, and whether what people read on it says the same: the rows of its table exactly and no others, the
 * archive, the day and the head. Null for what is no receipt.
 */
export function readReceipt(file: string): { receipt: Receipt; isReadable: boolean } | null {
	const text = file.replaceAll('\r\n', '\n');
	const at = text.lastIndexOf(receiptDataOpen);
	if (at < 0) return null;
	const receipt = parsed(text.slice(at + receiptDataOpen.length).split(receiptDataClose)[0] ?? '');
	return receipt && { receipt, isReadable: says(text.slice(0, at), receipt) };
}

function says(readable: string, { archiveTitle, archiveId, madeAt, files, custody }: Receipt): boolean {
	const facts = [archiveOn(archiveTitle, archiveId), receiptInstant(madeAt), custody.head];
	return (
		readable.split('<tbody>').length === 2 &&
		readable.includes(receiptRows(files)) &&
		facts.every((fact) => readable.includes(factValue(fact)))
	);
}

function parsed(data: string): Receipt | null {
	try {
		const { success, output } = v.safeParse(receiptSchema, JSON.parse(data));
		return success ? output : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
