import { expect, test } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import {
	keyIdOfSignature,
	makeKeyPair,
	publicKeyFile,
	publicKeyOf,
	readPublicKey,
	signFile,
	verifyFile,
} from './minisign.ts';
import { isLockedKey, readSecretKey, writeSecretKey } from './secret-key-file.ts';
import { openSigningKey } from './signing-key.ts';

// Made once by minisign 0.11: `-G -W`, `-S -t 'sample comment'`, and `-S -l` for the older form.
const publicLine = 'RWQL7tIrOinugf6qoMJ3rtBKCPJtshyQxjbwQAB4FgcdX0y3AbcW0/4p';
const secretFile = `untrusted comment: minisign encrypted secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAC+7SKzop7oH9UGS9pv6uaA7e5f7biMgvAzTtdskoxpSGMy/CvUqAi/6qoMJ3rtBKCPJtshyQxjbwQAB4FgcdX0y3AbcW0/4pAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`;
const wrongPassphrase = new AppError('wrong-passphrase', { file: message('signing.reason.key') });
const noKey = new AppError('invalid-input', { reason: message('signing.reason.no-key') });
const bytes = Buffer.from('alpha beta\n');
const signature = `untrusted comment: signature from minisign secret key
RUQL7tIrOinugZqZWb8OBHFH5bSojC5YPHceWt3QNe8fsBtBCLG8uGpcX6vKj6Gufe1A/Deeq9zmQ3ovBYvUbHkHMHJaYOU5wQI=
trusted comment: sample comment
WCbmHBrfXVFPg5ORV+J/vo3D7D2C4IFjNJD7YHlMDy0rZQrosifu1Hz0Ce2Jwjy68VgX8nCFLqjbOQY/33tQDA==
`;
const olderSignature = `untrusted comment: signature from minisign secret key
RWQL7tIrOinugaEyDiqEKIs2HzGMXrrqTM585g8Y65U5cOuVKkSQoq9cLpLzOcevCPAHV6uBJ1B432uvIsLReZwJQEKGtOhHRwU=
trusted comment: legacy comment
7tL0wcEVJ2CScJ3Bx8LRyXNlTBfCnSSfGTyvRVYuMUFMQyPLEdDFuJP20dtKR4j3q8pq5Jv3CF0A2cgpAjSFBg==
`;
/** All but the first line, which is not signed and says who wrote it. */
const signedLines = (file: string) => file.split('\n').slice(1);

test('with a key of minisign’s the signature is minisign’s, byte for byte', () => {
	const pair = readSecretKey(secretFile, '');
	expect(publicKeyOf(pair)).toEqual({ keyId: '81EE293A2BD2EE0B', line: publicLine });
	expect(publicKeyFile(publicKeyOf(pair))).toBe(
		`untrusted comment: minisign public key 81EE293A2BD2EE0B\n${publicLine}\n`,
	);
	expect(signedLines(signFile(bytes, pair, 'sample comment'))).toEqual(signedLines(signature));
});

test('its signatures are accepted, and nothing that was changed since', () => {
	expect(verifyFile(bytes, signature, publicLine)).toBe('sample comment');
	expect(verifyFile(bytes, olderSignature, publicLine)).toBe('legacy comment');
	expect(verifyFile(Buffer.from('alpha zeta\n'), signature, publicLine)).toBeNull();
	expect(verifyFile(bytes, signature.replace('sample comment', 'other comment'), publicLine)).toBeNull();
	const other = publicKeyOf(makeKeyPair(Buffer.alloc(8, 1)));
	expect(verifyFile(bytes, signature, other.line)).toBeNull();
	expect(verifyFile(bytes, 'nothing of a signature', publicLine)).toBeNull();
});

test('a key with a passphrase opens with that alone', () => {
	const pair = makeKeyPair(Buffer.from('12345678'));
	const file = writeSecretKey(pair, 'sample passphrase');
	expect(isLockedKey(file)).toBe(true);
	expect(file).not.toContain(Buffer.from(pair.seed).toString('base64').slice(0, 20));
	const opened = readSecretKey(file, 'sample passphrase');
	expect(verifyFile(bytes, signFile(bytes, opened, 'c'), publicKeyOf(pair).line)).toBe('c');
	for (const wrong of ['', 'other passphrase']) expect(() => readSecretKey(file, wrong)).toThrow(wrongPassphrase);
});

test('a key of minisign’s is brought in once, and one whose halves do not belong together never', () => {
	const key = openSigningKey(null);
	const damaged = Buffer.from(secretFile.split('\n')[1] ?? '', 'base64');
	damaged[damaged.length - 40] = (damaged[damaged.length - 40] ?? 0) ^ 1;
	expect(() => key.bringIn(`comment\n${damaged.toString('base64')}\n`, '')).toThrow(wrongPassphrase);
	for (const none of ['no key', publicLine]) expect(() => key.bringIn(none, '')).toThrow(noKey);
	expect(key.info()).toBeNull();
	// As an editor of another system saves it.
	const brought = key.bringIn(secretFile.replaceAll('\n', '\r\n'), '');
	expect(brought).toEqual({ keyId: '81EE293A2BD2EE0B', line: publicLine, hasPassphrase: false });
	expect(signedLines(key.sign(bytes, 'sample comment', ''))).toEqual(signedLines(signature));
	expect(() => key.bringIn(secretFile, '')).toThrow(new AppError('conflict'));
	expect(() => key.make('')).toThrow(new AppError('conflict'));
});

test('a key that comes without a passphrase is locked where one is given with it', () => {
	const key = openSigningKey(null);
	const passphrase = 'sample passphrase';
	expect(key.bringIn(secretFile, passphrase)).toMatchObject({ hasPassphrase: true, line: publicLine });
	expect(() => key.sign(bytes, 'sample', '')).toThrow(wrongPassphrase);
	expect(verifyFile(bytes, key.sign(bytes, 'sample', passphrase), publicLine)).toBe('sample');
});

test('a key that would be derived for hours is refused', () => {
	const locked = writeSecretKey(makeKeyPair(Buffer.from('12345678')), 'sample passphrase');
	const [comment, line = ''] = locked.split('\n');
	const made = Buffer.from(line, 'base64');
	// Operations and memory, after the salt.
	made.writeBigUInt64LE(1n << 62n, 38);
	made.writeBigUInt64LE(1n << 24n, 46);
	expect(() => readSecretKey(`${comment}\n${made.toString('base64')}\n`, 'sample passphrase')).toThrow(wrongPassphrase);
});

test('a signature with signs in it that are none of its letters is not good, as for minisign', () => {
	const pair = makeKeyPair(Buffer.from('12345678'));
	const { line } = publicKeyOf(pair);
	const bytes = Buffer.from('Sample');
	const signature = signFile(bytes, pair, 'sample');
	expect(verifyFile(bytes, signature, line)).toBe('sample');
	const lines = signature.split('\n');
	for (const at of [1, 3])
		for (const sign of ['!', ' ', '\u00e9', '\u0000', '=']) {
			const damaged = lines.with(at, `${lines[at]?.slice(0, 20)}${sign}${lines[at]?.slice(20)}`).join('\n');
			expect(verifyFile(bytes, damaged, line), JSON.stringify(sign)).toBeNull();
		}
});

test('a public key is read from its line or its file, and a signature says whose it is', () => {
	expect(readPublicKey(publicLine)).toBe(publicLine);
	expect(readPublicKey(publicKeyFile({ keyId: '81EE293A2BD2EE0B', line: publicLine }))).toBe(publicLine);
	for (const none of ['', 'sample.pub', secretFile, signature]) expect(readPublicKey(none)).toBeNull();
	expect(keyIdOfSignature(signature)).toBe('81EE293A2BD2EE0B');
	expect(keyIdOfSignature('no signature')).toBe('');
	expect(verifyFile(bytes, signature.replaceAll('\n', '\r\n'), publicLine)).toBe('sample comment');
});
