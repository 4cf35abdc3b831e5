import { expect, test } from 'vitest';
import { defaultDataFolder } from './data-folder-path.ts';

test('follows each system', () => {
	const on = (platform: string, environment = {}) =>
		defaultDataFolder({ platform, environment, homeFolder: '/home/reader' });
	expect(on('linux')).toBe('/home/reader/.local/share/lectern');
	expect(on('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/lectern');
	expect(on('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/reader/.local/share/lectern');
	expect(on('darwin')).toBe('/home/reader/Library/Application Support/Lectern');
	expect(on('win32', { APPDATA: 'C:\\Users\\r\\AppData\\Roaming' })).toBe('C:\\Users\\r\\AppData\\Roaming\\Lectern');
});
