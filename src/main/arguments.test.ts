import { expect, test } from 'vitest';
import { readCommand, readLaunch } from './arguments.ts';

test('takes the app folder and Chromium switches out, and makes paths absolute', () => {
	const argv = ['electron', '--no-sandbox', '.', 'a.lectern', '--add', 'b.txt', '/c', '--data', 'd'];
	expect(readLaunch(argv, false, '/home')).toEqual({
		archivePath: '/home/a.lectern',
		filesToAdd: ['/home/b.txt', '/c'],
		dataFolder: '/home/d',
		isField: false,
	});
});

test('a packaged app has no folder of its own among the arguments', () => {
	expect(readLaunch(['lectern', '/a.lectern'], true, '/home').archivePath).toBe('/a.lectern');
	expect(readLaunch(['lectern'], true, '/home')).toMatchObject({ archivePath: null, filesToAdd: [] });
});

test('a portable program keeps its data beside itself, unless told where', () => {
	const beside = () => '/stick/lectern-data';
	expect(readLaunch(['lectern'], true, '/home', beside).dataFolder).toBe('/stick/lectern-data');
	expect(readLaunch(['lectern', '--data=d'], true, '/home', beside).dataFolder).toBe('/home/d');
});

test('what stands behind --cli is the command', () => {
	expect(readCommand(['lectern', '--no-sandbox', '--cli', 'list', '--data', 'd'])).toEqual(['list', '--data', 'd']);
	expect(readCommand(['lectern', '--cli', '--', 'ocr', 'r', '--', '--lang'])).toEqual(['ocr', 'r', '--', '--lang']);
	expect(readCommand(['lectern', 'a.lectern'])).toBeNull();
});

test('where nothing is to stay, the program is asked for a folder that goes with it', () => {
	const launch = readLaunch(['lectern', '--field'], true, '/home', (isField) => (isField ? '/run/passing' : null));
	expect(launch).toMatchObject({ isField: true, dataFolder: '/run/passing' });
});
