import { expect, test } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { unwritable } from './unwritable.ts';

test.each([
	['ENOENT', 'there is no such folder'],
	['EACCES', 'this user may not write there'],
	['EROFS', 'the disk or stick takes no writes'],
	['EIO', 'the disk or stick failed or is gone'],
	['EOTHER', 'as the system says it'],
])('what the system calls %s is said in words', (code, reason) => {
	const error = unwritable('/sample/letter.zip', Object.assign(new Error('as the system says it'), { code }));
	expect(error).toMatchObject({ code: 'unwritable-file', detail: { file: 'letter.zip', reason } });
});

test('what is written beside a file and renamed is told by the name of the file', () => {
	const partial = new AppError('unwritable-file', { file: 'letter.lectern.0a1b.partial', reason: 'sample' });
	expect(unwritable('/sample/letter.lectern', partial)).toMatchObject({ detail: { file: 'letter.lectern' } });
	const other = new AppError('unwritable-file', { file: 'letter.1-of-2.zip', reason: 'sample' });
	expect(unwritable('/sample/letter.zip', other)).toBe(other);
});
