import { basename } from 'node:path';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { SigningKey } from '#archive/signing/signing-key.ts';
import type { CustodyExport, CustodyExportChoice } from '#shared/api/context-api.ts';
import { writeWholeFile } from './annotation-file.ts';
import { writeCustodyLines, writeCustodyTable } from './custody-file.ts';

/** Hands on the custody log, signed if the person has a key. Leaves no entry in it: reading it is not custody. */
export class CustodyExportService {
	readonly #custody: CustodyService;
	readonly #key: SigningKey;

	constructor(custody: CustodyService, key: SigningKey) {
		this.#custody = custody;
		this.#key = key;
	}

	/** Throws wrong-passphrase, and not-found when a signature is asked for without a key. */
	toText(choice: CustodyExportChoice): CustodyExport & { text: string; signatureText: string | null } {
		return this.#write(choice, `custody-log.${choice.format}`);
	}

	/** Writes the files to the disk, over what has these names. Throws what `toText` does, unwritable-file or disk-full. */
	async toFile(choice: CustodyExportChoice, path: string): Promise<CustodyExport> {
		const { text, signatureText, ...summary } = this.#write(choice, basename(path));
		await writeWholeFile(path, text);
		if (signatureText !== null) await writeWholeFile(`${path}.minisig`, signatureText);
		return summary;
	}

	#write({ format, filter, signature }: CustodyExportChoice, fileName: string) {
		const head = this.#custody.head();
		const entries = [...this.#custody.each(filter)].reverse();
		const text = format === 'csv' ? writeCustodyTable(entries) : writeCustodyLines(entries);
		const signatureText = signature && this.#sign(text, signature.passphrase, fileName, head);
		return { entryCount: entries.length, head, text, signatureText };
	}

	/** The comment is signed too: it joins the file to the state of the log that it was taken from. */
	#sign(text: string, passphrase: string, fileName: string, head: string): string {
		// A control character would end the comment's line.
		const file = fileName.replace(/\p{Cc}/gu, ' ');
		return this.#key.sign(Buffer.from(text), `file:${file}\thashed\tcustody-head:${head}`, passphrase);
	}
}
