import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTestArchive } from '#archive/testing/test-archive.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { OriginalsService } from './originals-service.ts';

/** Two whole pieces and a part of one. */
const bytes = Uint8Array.from({ length: 2 * 1024 * 1024 + 777 }, (_, at) => (at * 31 + (at >> 9)) % 256);
const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;

function open() {
	const archive = openTestArchive();
	const originals = new OriginalsService(archive.database);
	const original = { sha256, mediaType: 'application/pdf', sizeBytes: bytes.length };
	archive.database.write((writer) => originals.addWithin(writer, original, bytes));
	return { ...archive, originals };
}

test('any part of an original is its bytes, over pieces and up to its end', () => {
	const { originals } = open();
	fc.assert(
		fc.property(fc.nat({ max: bytes.length + 10 }), fc.nat({ max: 1_200_000 }), (offset, length) => {
			const range = originals.readRange(sha256, offset, length);
			expect(Buffer.compare(range, bytes.subarray(offset, offset + length))).toBe(0);
		}),
		{ numRuns: 30 },
	);
});

test('a piece that is missing is said, and so is an original that was never here', () => {
	const { originals, connection } = open();
	connection.run('DELETE FROM original_chunks WHERE ordinal = 1');
	expect(originals.readRange(sha256, 0, 10)).toHaveLength(10);
	expect(() => originals.readRange(sha256, 1_000_000, 100_000)).toThrow(
		expect.objectContaining({ code: 'damaged-original' }),
	);
	expect(() => originals.readRange('00'.repeat(32) as Sha256, 0, 1)).toThrow(
		expect.objectContaining({ code: 'not-found' }),
	);
});
