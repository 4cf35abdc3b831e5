import { expect, test } from 'vitest';
import { readLaunch } from './arguments.ts';

test('takes the app folder and Chromium switches out, and makes paths absolute', () => {
	const argv = ['electron', '--no-sandbox', '.', 'a.lectern', '--add', 'b.txt', '/c', '--data', 'd'];
	expect(readLaunch(argv, false, '/home')).toEqual({
		archivePath: '/home/a.lectern',
		filesToAdd: ['/home/b.txt', '/c'],
		dataFolder: '/home/d',
	});
});

test('a packaged app has no folder of its own among the arguments', () => {
	expect(readLaunch(['lectern', '/a.lectern'], true, '/home').archivePath).toBe('/a.lectern');
	expect(readLaunch(['lectern'], true, '/home')).toMatchObject({ archivePath: null, filesToAdd: [] });
});
