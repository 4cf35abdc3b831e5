import { basename } from 'node:path';
import { software } from '#archive/custody/software.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { withheldNames } from '#archive/packages/sweep/withheld-names.ts';
import type { SigningKey } from '#archive/signing/signing-key.ts';
import type { ValueOf } from '#shared/api/calls.ts';
import type { ReceiptCalls } from '#shared/api/receipts-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Receipt, ReceiptChoice, ReceiptFile, ReceiptSummary } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import { writeWholeFile } from '../annotation-file.ts';
import { namesStandingIn } from '../names-standing-in.ts';
import { writeReceiptPage } from './receipt-page.ts';
import { type ReceiptServices, ReceivedFiles } from './received-files.ts';

type MadeReceipt = ValueOf<ReceiptCalls['make']>;

/** Writes receipts for those who gave files. */
export class ReceiptsService {
	readonly #database: ArchiveDatabase;
	readonly #services: ReceiptServices;
	readonly #received: ReceivedFiles;
	readonly #key: SigningKey;
	readonly #archive: () => { id: string; title: string };

	/** @param archive which it is, asked each time. */
	constructor(
		database: ArchiveDatabase,
		services: ReceiptServices,
		key: SigningKey,
		archive: () => { id: string; title: string },
	) {
		this.#database = database;
		this.#services = services;
		this.#received = new ReceivedFiles(database, services);
		this.#key = key;
		this.#archive = archive;
	}

	/** See the contract. The log tells that it was made, after the head that stands on it. */
	async make(choice: ReceiptChoice): Promise<MadeReceipt> {
		const made = await this.#write(choice, `${message('receipt.file-name')}.html`);
		this.#log(choice, made);
		return made;
	}

	/** The same to the disk. Throws unwritable-file or disk-full, and leaves what was there then. */
	async toFile(choice: ReceiptChoice, path: string): Promise<ReceiptSummary> {
		const made = await this.#write(choice, basename(path));
		const { receipt: _receipt, text, signatureText, ...summary } = made;
		await writeWholeFile(path, text);
		if (signatureText !== null) await writeWholeFile(`${path}.minisig`, signatureText);
		this.#log(choice, made);
		return summary;
	}

	async #write({ of, hasFileNames, signature }: ReceiptChoice, fileName: string): Promise<MadeReceipt> {
		const received = this.#received.of(of);
		if (received.files.length === 0)
			throw new AppError('invalid-input', { reason: message('receipt.reason.no-files') });
		const files = hasFileNames ? received.files : received.files.map((file) => ({ ...file, fileName: '' }));
		const exposed = await this.#exposed(received.recordIds, files);
		// Behind what takes time: its head is that of now.
		const receipt = this.#receiptOf(files);
		const text = writeReceiptPage(receipt);
		const { head } = receipt.custody;
		const comment = `file:${fileName.replace(/\p{Cc}/gu, ' ')}\thashed\tcustody-head:${head}`;
		return {
			receipt,
			text,
			signatureText: signature && this.#key.sign(Buffer.from(text), comment, signature.passphrase),
			fileCount: receipt.files.length,
			head,
			...exposed,
		};
	}

	#receiptOf(files: ReceiptFile[]): Receipt {
		const { id, title } = this.#archive();
		return {
			lecternReceipt: 1,
			archiveId: id,
			archiveTitle: title,
			madeAt: new Date(this.#database.now()).toISOString(),
			madeBy: this.#database.author,
			software,
			files,
			custody: this.#services.custody.heads(),
		};
	}

	/** What stands on it and should not. Looked for in what it says, not in the words around that. */
	async #exposed(
		recordIds: readonly RecordId[],
		files: readonly ReceiptFile[],
	): Promise<Pick<ReceiptSummary, 'exposedNames' | 'isGiverExposed'>> {
		const { descriptions, names } = this.#services;
		const written = recordIds.flatMap((recordId) => descriptions.get({ recordId }).withheldNames);
		const withheld = withheldNames(written, written.length > 0 ? names.list() : []);
		const givers = withheldNames(
			recordIds.map((recordId) => descriptions.giver({ recordId })),
			[],
		);
		const said = files.flatMap(({ fileName, receivedBy }) => [fileName, receivedBy]);
		const met = await namesStandingIn(
			[this.#archive().title, this.#database.author, ...said],
			[...withheld, ...givers],
		);
		return {
			exposedNames: withheld.flatMap(({ name }) => (met.has(name) ? [name] : [])).sort(),
			isGiverExposed: givers.some(({ name }) => met.has(name)),
		};
	}

	/** An archive that takes no writes gives receipts too; then the log cannot say so. */
	#log({ of }: ReceiptChoice, { fileCount, head }: MadeReceipt): void {
		if (this.#database.isReadOnly) return;
		const only = 'recordIds' in of && of.recordIds.length === 1 ? of.recordIds[0] : undefined;
		this.#database.write((writer) =>
			this.#services.custody.append(writer, 'exported', only ?? '', { receipt: head, files: fileCount }),
		);
	}
}
