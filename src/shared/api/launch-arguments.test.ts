import { expect, test } from 'vitest';
import { parseLaunchArguments } from './launch-arguments.ts';

test('reads archive, files and data folder in any order', () => {
	const expected = {
		archivePath: 'a.lectern',
		filesToAdd: ['b.txt', 'c d.html'],
		dataFolder: 'here',
		isField: false,
		unknown: [],
	};
	expect(parseLaunchArguments(['a.lectern', '--add', 'b.txt', 'c d.html', '--data', 'here'])).toEqual(expected);
	expect(parseLaunchArguments(['--data=here', 'a.lectern', '--add', 'b.txt', 'c d.html'])).toEqual(expected);
	expect(
		parseLaunchArguments(['--add', 'b.txt', 'c d.html', '--browser', 'a.lectern', '--data', 'here', '--desktop']),
	).toEqual(expected);
});

test('keeps what it does not know apart', () => {
	expect(parseLaunchArguments(['--no-sandbox', '--remote-debugging-port=0'])).toEqual({
		archivePath: null,
		filesToAdd: [],
		dataFolder: null,
		isField: false,
		unknown: ['--no-sandbox', '--remote-debugging-port=0'],
	});
});
