import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { largestPictureBytes } from '#shared/domain/figure.ts';
import { message } from '#shared/messages/messages.ts';
import { describePicture, type FoundPicture } from './figures.ts';
import { largestTextBytes, refuse } from './refusal.ts';

/** What a file of this kind may hold and unfold to: beyond either it was made to fill memory, not to be read. */
const mostEntries = 50_000;
const freeBytes = 100 * 1024 * 1024;
const mostExpansion = 100;
/** What the pictures of one file may unfold to in all: each is unpacked once, to see what it is. */
const mostPictureBytes = 512 * 1024 * 1024;

/**
 * The parts of a document that is a ZIP file, read one by one into memory. Never writes, never follows a name out of the
 * file, and never unfolds more than `largestTextBytes` in all, pictures aside, so that is a whole library of text.
 */
export class ZipPackage {
	readonly #zip: ZipFile;
	readonly #fileName: string;
	readonly #entries: ReadonlyMap<string, Entry>;
	#bytesRead = 0;
	#pictureBytesRead = 0;
	readonly #pictures = new Map<Entry, FoundPicture>();

	private constructor(zip: ZipFile, fileName: string, entries: ReadonlyMap<string, Entry>) {
		this.#zip = zip;
		this.#fileName = fileName;
		this.#entries = entries;
	}

	/** Throws `unsupported-format` for what is broken, unfolds beyond measure, or names a place outside of itself. */
	static async open(bytes: Uint8Array, fileName: string): Promise<ZipPackage> {
		const zip = await orBroken(fileName, () => fromBufferPromise(viewOf(bytes), { lazyEntries: true }));
		if (zip.entryCount > mostEntries) throw refuse(fileName, message('import.reason.entries', { most: mostEntries }));
		const entries = new Map<string, Entry>();
		let unfolded = 0;
		await orBroken(fileName, async () => {
			for await (const entry of zip.eachEntry()) {
				unfolded += entry.uncompressedSize;
				for (const name of [entry.fileName, entry.fileName.toLowerCase()])
					if (!entries.has(name)) entries.set(name, entry);
			}
		});
		// Measured against the file, not against what its entries claim to take: entries may share the same bytes.
		if (unfolded > freeBytes && unfolded > bytes.byteLength * mostExpansion)
			throw refuse(fileName, message('import.reason.bomb'));
		return new ZipPackage(zip, fileName, entries);
	}

	has(name: string): boolean {
		return this.#find(name) !== undefined;
	}

	/** Names of parts, as they stand in the file. */
	names(): string[] {
		return [...new Set([...this.#entries.values()].map(({ fileName }) => fileName))];
	}

	/** The bytes of a part; null where there is none of that name. Throws `unsupported-format` as `open` does. */
	async read(name: string): Promise<Uint8Array | null> {
		const entry = this.#find(name);
		if (!entry) return null;
		if (entry.isEncrypted()) throw refuse(this.#fileName, message('import.reason.encrypted'));
		this.#bytesRead += entry.uncompressedSize;
		if (this.#bytesRead > largestTextBytes) throw refuse(this.#fileName, message('import.reason.bomb'));
		// The stream fails as soon as it gives more bytes than the entry states, so a lie about the size ends there.
		const bytes = await orBroken(this.#fileName, async () => buffer(await this.#zip.openReadStreamPromise(entry)));
		if (crc32(bytes) !== entry.crc32) throw refuse(this.#fileName, message('import.reason.broken-zip'));
		return bytes;
	}

	/** A picture among the parts, and where in the file it lies. Nothing that is wrong with it is an error of the file. */
	async picture(name: string): Promise<FoundPicture> {
		const entry = this.#find(name);
		if (!entry) return 'missing';
		const found = this.#pictures.get(entry) ?? (await this.#readPicture(entry));
		this.#pictures.set(entry, found);
		return found;
	}

	async #readPicture(entry: Entry): Promise<FoundPicture> {
		const { compressionMethod, compressedSize, uncompressedSize } = entry;
		if (entry.isEncrypted() || (compressionMethod !== 0 && compressionMethod !== 8)) return 'format';
		this.#pictureBytesRead += uncompressedSize;
		if (uncompressedSize > largestPictureBytes || this.#pictureBytesRead > mostPictureBytes) return 'too-large';
		try {
			const { fileDataStart } = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true });
			const bytes = await buffer(await this.#zip.openReadStreamPromise(entry));
			if (crc32(bytes) !== entry.crc32) return 'damaged';
			const coding = compressionMethod === 0 ? 'stored' : 'deflate';
			return describePicture(bytes, { start: fileDataStart, length: compressedSize, coding });
		} catch {
			return 'damaged';
		}
	}

	/** Names of parts may differ in case from what refers to them: some programs write them so. */
	#find(name: string): Entry | undefined {
		return this.#entries.get(name) ?? this.#entries.get(name.toLowerCase());
	}
}

async function orBroken<T>(fileName: string, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		const isUnsafe = /^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(
			(error as Error).message,
		);
		throw refuse(fileName, message(isUnsafe ? 'import.reason.unsafe-names' : 'import.reason.broken-zip'));
	}
}

function viewOf(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
