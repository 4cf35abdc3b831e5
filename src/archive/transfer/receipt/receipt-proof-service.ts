import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { CheckedOriginals } from '#archive/originals/originals-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CardOutcome } from '#shared/domain/quote-card.ts';
import type { Receipt, ReceiptFile, ReceiptFinding } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import { readReceipt } from './receipt-file.ts';

/** Compares receipts with the archive. It believes nothing that a receipt says, and nothing that was computed before. */
export class ReceiptProofService {
	readonly #originals: CheckedOriginals;
	readonly #custody: CustodyService;
	readonly #archive: () => { id: string; title: string };

	constructor(
		services: { originals: CheckedOriginals; custody: CustodyService },
		archive: () => { id: string; title: string },
	) {
		this.#originals = services.originals;
		this.#custody = services.custody;
		this.#archive = archive;
	}

	/** `invalid-input` for what is no receipt. */
	async prove({ file }: { file: string }): Promise<ReceiptFinding[]> {
		const read = readReceipt(file);
		if (!read) throw new AppError('invalid-input', { reason: message('receipt.none') });
		const { receipt, isReadable } = read;
		const findings: ReceiptFinding[] = [
			{ item: 'readable', outcome: isReadable ? 'holds' : 'other', said: '', found: '' },
			this.#archiveOf(receipt),
		];
		for (const received of receipt.files) findings.push(this.#reception(received), await this.#original(received));
		return [...findings, this.#chain(receipt)];
	}

	#archiveOf({ archiveId, archiveTitle }: Receipt): ReceiptFinding {
		const { id, title } = this.#archive();
		const isSame = id === archiveId;
		return { item: 'archive', outcome: isSame ? 'holds' : 'other', said: archiveTitle, found: isSame ? '' : title };
	}

	/** The log has it that these bytes were received, no later than the receipt says. */
	#reception({ fileName, sha256, receivedAt }: ReceiptFile): ReceiptFinding {
		const first = this.#custody.receptionsOf(sha256)[0];
		const outcome: CardOutcome = first === undefined ? 'absent' : first.at <= receivedAt ? 'holds' : 'other';
		return { item: 'received', outcome, said: fileName || sha256, found: outcome === 'other' ? (first?.at ?? '') : '' };
	}

	/** Read back and hashed anew. */
	async #original({ sha256 }: ReceiptFile): Promise<ReceiptFinding> {
		const original = this.#originals.find(sha256);
		const fixity = original && (await this.#originals.verify(original, new AbortController().signal));
		const outcome: CardOutcome =
			fixity === undefined || fixity === 'missing' ? 'absent' : fixity === 'intact' ? 'holds' : 'other';
		return { item: 'original', outcome, said: sha256, found: '' };
	}

	/** The log of now must hold, unbroken, the entries that stood at the ends of its chains when the receipt was made. */
	#chain({ custody }: Receipt): ReceiptFinding {
		return { item: 'custody', outcome: this.#custody.prove(custody), said: custody.head, found: '' };
	}
}
