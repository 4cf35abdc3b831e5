import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { makeKeyPair, publicKeyFile, publicKeyOf, signFile } from './minisign.ts';
import { checkSignature, publicLineOf, signatureBeside } from './signature-check.ts';

const folder = temporaryFolders();
const bytes = Buffer.from('Sample receipt.');
const pair = makeKeyPair(Buffer.from('sampleid'));
const other = makeKeyPair(Buffer.from('anotherk'));
const signature = signFile(bytes, pair, 'sample comment');
const own = { ...publicKeyOf(pair), hasPassphrase: false };
const { keyId, line } = publicKeyOf(pair);

test('a signature is good by a key that was named or is this device’s own, and says which', () => {
	const good = { state: 'good', keyId, comment: 'sample comment' };
	expect(checkSignature(bytes, signature, { named: line, own: null })).toEqual({ ...good, isOwn: false });
	expect(checkSignature(bytes, signature, { named: null, own })).toEqual({ ...good, isOwn: true });
	expect(checkSignature(bytes, signature, { named: null, own: null })).toMatchObject({ state: 'unknown', keyId });
});

test('it is bad over other bytes, by another key, and where it is no signature', () => {
	const otherLine = publicKeyOf({ ...other, keyId: pair.keyId }).line;
	const bad = (given: Uint8Array, text: string, named: string | null) =>
		checkSignature(given, text, { named, own: null });
	expect(bad(Buffer.from('Sample receipt!'), signature, line)).toMatchObject({ state: 'bad', isOwn: false });
	expect(bad(bytes, signature, otherLine)).toMatchObject({ state: 'bad' });
	expect(bad(bytes, signature.replace('sample comment', 'Sample comment'), line)).toMatchObject({ state: 'bad' });
	expect(bad(bytes, 'no signature', null)).toMatchObject({ state: 'bad', keyId: '' });
	// Another device's key that only claims to have the id of this one.
	const forged = signFile(bytes, { ...other, keyId: pair.keyId }, 'sample comment');
	expect(checkSignature(bytes, forged, { named: null, own })).toMatchObject({ state: 'bad' });
});

test('it is unknown by a key that it is not by, with the numbers of both', () => {
	const given = publicKeyOf(other);
	expect(checkSignature(bytes, signature, { named: given.line, own })).toEqual({
		...{ state: 'unknown', keyId, comment: '', isOwn: false, givenKeyId: given.keyId },
	});
	expect(checkSignature(bytes, 'no signature', { named: given.line, own })).toMatchObject({ state: 'bad' });
});

test('a public key is read by itself or from its file, and what is none is refused', () => {
	// As a field of one line makes of both when they are pasted.
	expect(publicLineOf(publicKeyFile({ keyId, line }).replaceAll('\n', ' '))).toBe(line);
	expect(publicLineOf(publicKeyFile({ keyId, line }).trim().replaceAll('\n', ''))).toBe(line);
	expect(publicLineOf(` ${line}\n`)).toBe(line);
	expect(publicLineOf(publicKeyFile({ keyId, line }))).toBe(line);
	expect(() => publicLineOf('no key')).toThrow('invalid-input');
});

test('the signature beside a file is found; one that is too large is none', async () => {
	const file = join(folder(), 'receipt.html');
	expect(await signatureBeside(file)).toBeNull();
	writeFileSync(`${file}.minisig`, signature);
	expect(await signatureBeside(file)).toBe(signature);
	writeFileSync(`${file}.minisig`, 'x'.repeat(20_000));
	expect(await signatureBeside(file)).toBe('');
});

test('none lies beside a file where a folder has its name, or where no file could have it', async () => {
	const root = folder();
	mkdirSync(join(root, 'receipt.html.minisig'));
	expect(await signatureBeside(join(root, 'receipt.html'))).toBeNull();
	expect(await signatureBeside(join(root, `${'ա'.repeat(125)}.html`))).toBeNull();
	writeFileSync(join(root, 'plain'), '');
	expect(await signatureBeside(join(root, 'plain', 'receipt.html'))).toBeNull();
});
