import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { JobRun } from '#archive/jobs/job-run.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { PackageForm, PackageKey } from '#shared/domain/package.ts';
import type { WrittenFile } from '#shared/domain/written-file.ts';
import { message } from '#shared/messages/messages.ts';
import { checkBag } from './bag/bag-check.ts';
import { BagWriter } from './bag/bag-writer.ts';
import type { BagInfo } from './bag/tag-files.ts';
import { PackageEncryption } from './encryption/encrypt.ts';
import { digestOfFile } from './file-digest.ts';
import { openBag, type PackageOpener } from './open-bag.ts';
import type { PackageFile } from './package-contents.ts';
import { PackageTarget } from './package-target.ts';
import { formatPartList, type ListedPart, partListPath } from './parts/part-list.ts';
import { formatBagCount, type PartNumber, partPath } from './parts/part-name.ts';

export interface PackageToWrite {
	/** Where a package in one file is; those in several have their number in the name. */
	path: string;
	form: PackageForm;
	key: PackageKey | null;
	/** Whether a file with this name gives way; never that of a part. */
	replaces: boolean;
	parts: readonly (readonly PackageFile[])[];
	/** @param part null for a package that is one file */
	readme(part: PartNumber | null): string;
	info: BagInfo;
	/** SHA-256 of the files are asked for, once they were read back and before they have their names. */
	onSealed?: ((files: WrittenFile[]) => void) | undefined;
}

/** Files beside the payload, which the progress counts too: README, declaration, description, four manifests. */
const tagFileCount = 7;

interface Part {
	place: PartNumber | null;
	files: readonly PackageFile[];
	target: PackageTarget;
	encryption: PackageEncryption | null;
	path: string;
}

/**
 * Writes the parts of a package, each a bag of its own (RFC 8493, 2.2.2), and reads each back. They have their names when
 * all are whole; until then nothing has. The first is written last: it lists the others with what they must hash to.
 */
export class PackageWriter {
	readonly #run: JobRun;
	readonly #package: PackageToWrite;
	readonly #parts: readonly Part[];
	/** At random: other ids tell when they were made. */
	readonly #group = randomUUID();

	constructor(run: JobRun, toWrite: PackageToWrite) {
		this.#run = run;
		this.#package = toWrite;
		const { path, form, key, replaces, parts } = toWrite;
		this.#parts = parts.map((files, index) => {
			const place = parts.length === 1 ? null : { number: index + 1, total: parts.length };
			const encryption = key && new PackageEncryption(key);
			const own = place ? partPath(path, place) : path;
			const target = new PackageTarget({ path: own, form, replaces: replaces && !place, encryption });
			return { place, files, target, encryption, path: own };
		});
	}

	/** Gives the names of the files, and the SHA-256 of the manifest that stands for all. */
	async write(): Promise<{ files: string[]; digest: string }> {
		const parts = this.#parts;
		try {
			for (const { target } of parts) target.refuseTaken();
			// Each file is written once and read back once.
			this.#run.setTotal(2 * parts.reduce((sum, { files }) => sum + files.length + tagFileCount, 0));
			const listed: ListedPart[] = [];
			for (const part of parts.toReversed()) {
				const sha256 = await this.#writePart(part, listed);
				await this.#verify(part);
				listed.unshift({ part: part.place?.number ?? 1, file: basename(part.path), sha256 });
			}
			await this.#tellSealed();
			await this.#keep();
			return { files: parts.map(({ path }) => basename(path)), digest: listed[0]?.sha256 ?? '' };
		} catch (error) {
			for (const { target } of parts) await target.discard();
			throw error;
		}
	}

	async #writePart({ place, files, target }: Part, others: readonly ListedPart[]): Promise<string> {
		const { readme, info } = this.#package;
		const sink = await target.createSink();
		const writer = new BagWriter(sink, this.#run.signal);
		try {
			for (const { path, pieces, sha256, isCompressible } of files) {
				this.#run.setCurrent(path);
				const found = await writer.addPayload(path, pieces, isCompressible);
				if (sha256 !== undefined && found !== sha256) throw new AppError('damaged-original', { file: path });
				this.#run.advance();
			}
			await writer.addTag('README.txt', readme(place));
			if (place?.number === 1) await writer.addTag(partListPath, formatPartList(others));
			const digest = await writer.finish(place ? [...info, ...this.#groupInfo(place)] : info);
			this.#run.advance(tagFileCount);
			return digest;
		} catch (error) {
			await sink.abort();
			throw error;
		}
	}

	#groupInfo(place: PartNumber): BagInfo {
		return [
			['Bag-Group-Identifier', `urn:uuid:${this.#group}`],
			['Bag-Count', formatBagCount(place)],
		];
	}

	/** Everything is read back from the disk; that both digests of a file are of the same bytes was seen to in writing. */
	async #verify({ target, encryption, path }: Part): Promise<void> {
		const run = this.#run;
		run.setCurrent(message('package.verifying'));
		const opener = openerOf(this.#package.key, encryption);
		const source = await openBag(target.partial, { opener, signal: run.signal, readsAll: true });
		try {
			const { reasons } = await checkBag(source, { signal: run.signal, only: 'sha256', onFile: () => run.advance() });
			const [first] = reasons;
			if (!first) return;
			const reason = message(`package.finding.${first.kind}`, { what: first.what });
			throw new AppError('unwritable-file', { file: basename(path), reason });
		} finally {
			await source.close();
		}
	}

	async #tellSealed(): Promise<void> {
		const { onSealed } = this.#package;
		if (!onSealed) return;
		const files: WrittenFile[] = [];
		for (const { path, target } of this.#parts)
			files.push({ path, sha256: await digestOfFile(target.partial, this.#run.signal) });
		onSealed(files);
	}

	/** The first last, since it is what says that there are others. */
	async #keep(): Promise<void> {
		const kept: PackageTarget[] = [];
		try {
			for (const { target } of this.#parts.toReversed()) {
				await target.keep();
				kept.push(target);
			}
		} catch (error) {
			for (const target of kept) await target.takeBack();
			throw error;
		}
	}
}

/** What is read back is opened by the passphrase itself; for recipients, whose keys are not here, by the key of the file. */
function openerOf(key: PackageKey | null, encryption: PackageEncryption | null): PackageOpener | undefined {
	if (!key || !encryption) return undefined;
	if ('passphrase' in key) return { passphrase: key.passphrase };
	return { identities: [{ unwrapFileKey: () => encryption.fileKey }] };
}
