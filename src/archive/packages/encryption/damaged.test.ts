import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { BagWriter } from '../bag/bag-writer.ts';
import { createZipSink } from '../bag/zip-sink.ts';
import { openBag } from '../open-bag.ts';
import { PackageEncryption } from './encrypt.ts';

const newFolder = temporaryFolders();

/** Of the thousand that `npm run bench -- package` damages: these take a second, and another seed every time. */
const damagedCount = 150;

async function writeEncrypted(path: string, recipient: string): Promise<void> {
	const encryption = new PackageEncryption({ recipients: [recipient] });
	const sink = createZipSink('bag', async (bytes) => {
		const pieces: Uint8Array[] = [];
		for await (const piece of encryption.encrypt(bytes)) pieces.push(piece);
		writeFileSync(path, Buffer.concat(pieces));
	});
	const writer = new BagWriter(sink, new AbortController().signal);
	await writer.addPayload('a.bin', [Buffer.alloc(150_000, 1)], false);
	await writer.finish([]);
}

test('an encrypted package that is changed, cut or lengthened anywhere is refused before anything of it is used', async () => {
	const folder = newFolder();
	const identity = await generateIdentity();
	const path = join(folder, 'whole.age');
	await writeEncrypted(path, await identityToRecipient(identity));
	const whole = readFileSync(path);
	const source = await openBag(path, { opener: { identities: [identity] } });
	expect(source.files.get('data/a.bin')).toBe(150_000);
	await source.close();

	const place = fc.nat({ max: whole.length - 1 });
	const damage = fc.oneof(
		fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat({ max: 7 }) }),
		fc.record({ kind: fc.constant('cut' as const), at: place, bit: fc.constant(0) }),
		fc.record({ kind: fc.constant('insert' as const), at: place, bit: fc.nat({ max: 255 }) }),
	);
	const damaged = join(folder, 'damaged.age');
	await fc.assert(
		fc.asyncProperty(damage, async ({ kind, at, bit }) => {
			const bytes = Buffer.from(whole);
			if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
			const parts = {
				flip: [bytes],
				cut: [bytes.subarray(0, at)],
				insert: [bytes.subarray(0, at), Buffer.of(bit), bytes.subarray(at)],
			};
			writeFileSync(damaged, Buffer.concat(parts[kind]));
			const opening = openBag(damaged, { opener: { identities: [identity] } });
			await expect(opening).rejects.toMatchObject({
				code: expect.stringMatching(/^(unreadable-file|wrong-key|needs-passphrase)$/),
			});
		}),
		{ numRuns: damagedCount },
	);
}, 60_000);
