import { expect, test } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { errorMessage } from '#shared/messages/messages.ts';
import { unwritable, unwritableDatabase } from './unwritable.ts';

test.each([
	['ENOENT', 'there is no such folder'],
	['EACCES', 'this user may not write there'],
	['EROFS', 'the disk or stick takes no writes'],
	['EIO', 'the disk or stick failed or is gone'],
	['ENOTCONN', 'the disk or stick failed or is gone'],
	[
		'EFBIG',
		'the disk or stick takes no file of this size (FAT takes none of 4 GB or more); choose one with exFAT, or a package in smaller files',
	],
	['ENOMEM', 'the system refused it (ENOMEM)'],
	[undefined, 'as the program says it'],
])('what the system calls %s is said in words', (code, reason) => {
	const error = unwritable('/sample/letter.zip', Object.assign(new Error('as the program says it'), { code }));
	expect(error).toMatchObject({ code: 'unwritable-file', detail: { file: 'letter.zip', reason } });
});

test('what is written beside a file and renamed is told by the name of the file', () => {
	const partial = new AppError('unwritable-file', { file: 'letter.lectern.0a1b.partial', reason: 'sample' });
	expect(unwritable('/sample/letter.lectern', partial)).toMatchObject({ detail: { file: 'letter.lectern' } });
	const other = new AppError('unwritable-file', { file: 'letter.1-of-2.zip', reason: 'sample' });
	expect(unwritable('/sample/letter.zip', other)).toBe(other);
});

const refused = (code: string, more: object) => Object.assign(new Error('sample'), { code, ...more });
const partial = '/stick/letter.zip.0a1b.partial';

test.each([
	['a part of it cannot be written any more', refused('ENOENT', { path: `${partial}/data/a.txt`, syscall: 'open' })],
	['it cannot be given its name', refused('ENOENT', { path: partial, syscall: 'rename' })],
	[
		'it cannot be read back',
		new AppError(
			'unreadable-file',
			{ file: 'letter.zip.0a1b.partial', reason: 'there is no such file' },
			{ cause: refused('ENOENT', { path: partial, syscall: 'open' }) },
		),
	],
])('a stick is gone where %s', (_, error) => {
	const detail = { file: 'letter.zip', reason: 'the disk or stick failed or is gone' };
	expect(unwritable('/stick/letter.zip', error)).toMatchObject({ code: 'unwritable-file', detail });
});

test('a folder that never was is no stick that is gone', () => {
	const error = unwritable('/stick/letter.zip', refused('ENOENT', { path: partial, syscall: 'open' }));
	expect(error.detail.reason).toBe('there is no such folder');
});

test('what is found wrong when it is read back keeps its reason', () => {
	const error = new AppError('unreadable-file', { file: 'letter.zip.0a1b.partial', reason: 'sample' });
	expect(unwritable('/stick/letter.zip', error)).toMatchObject({
		...{ code: 'unwritable-file', detail: { file: 'letter.zip', reason: 'sample' } },
	});
});

test('a full medium is told by the file that it has no room for', () => {
	const sentence = (error: AppError) => errorMessage({ code: error.code, detail: error.detail });
	expect(sentence(unwritable('/stick/letter.zip', refused('ENOSPC', {})))).toContain('no room for letter.zip');
	expect(sentence(unwritableDatabase('/stick/a.lectern', refused('SQLITE_FULL', {})))).toContain(
		'no room for a.lectern',
	);
	// It may have been there before, and is then.
	expect(sentence(new AppError('disk-full', { file: 'a.lectern' }))).toContain(
		'what had that name before is as it was',
	);
	expect(sentence(new AppError('disk-full'))).toContain('The disk is full');
});

test('a database that is being made elsewhere is told as a file, not as the archive that is open', () => {
	for (const code of ['SQLITE_IOERR_WRITE', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'])
		expect(unwritableDatabase('/stick/a.lectern', refused(code, {}))).toMatchObject({
			code: 'unwritable-file',
			detail: { file: 'a.lectern', reason: 'the disk or stick failed or is gone' },
		});
});
