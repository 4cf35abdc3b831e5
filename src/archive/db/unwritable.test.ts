import { expect, test } from 'vitest';
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
