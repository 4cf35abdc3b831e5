import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { BagSink } from './bag-sink.ts';

/** Midnight of the first day that ZIP files know, the same bytes in every time zone: nothing of this machine is told. */
const noTime = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 } as const;

/**
 * A bag as a ZIP file, in one folder (RFC 8493, 4.2).
 * @param write takes the bytes of the ZIP file to where they are to be, and resolves when all are on the disk.
 */
export function createZipSink(folder: string, write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>): BagSink {
	const zip = new ZipFile();
	const output = zip.outputStream as Readable;
	const failed = new AbortController();
	const failure = new Promise<never>((_, reject) => {
		failed.signal.addEventListener('abort', () => reject(failed.signal.reason));
	});
	failure.catch(() => undefined);
	zip.on('error', (error) => failed.abort(error));
	const written = write(output).catch((error: unknown) => {
		failed.abort(error);
		throw error;
	});
	written.catch(() => undefined);

	return {
		async add(path, pieces, isCompressible) {
			const source = Readable.from(pieces);
			const passed = new Promise<void>((resolve, reject) => {
				source.once('end', resolve).once('error', reject);
			});
			zip.addReadStreamLazy(`${folder}/${path}`, { compress: isCompressible, ...noTime }, (use) => use(null, source));
			try {
				await Promise.race([passed, failure]);
			} finally {
				source.destroy();
			}
		},
		async finish() {
			zip.end();
			await Promise.race([written, failure]);
		},
		async abort() {
			output.destroy();
			await written.catch(() => undefined);
		},
	};
}
