import { expect, test } from 'vitest';
import {
	type ChosenKeys,
	chooseKey,
	commandOfChord,
	isFreeToChoose,
	isKeptByBrowsers,
	keysNow,
	readChosenKeys,
	removeKey,
	restoreKeys,
} from './chosen-keys.ts';
import { allCommands, type CommandId } from './commands.ts';

const keysOf = (id: CommandId, chosen: ChosenKeys) => {
	const command = allCommands.find((each) => each.id === id);
	return command ? keysNow(command, chosen) : [];
};

test('a chosen key runs the command instead of its own', () => {
	const chosen = chooseKey({}, 'palette.open', 'Mod+KeyJ', 'Mod+KeyK');
	expect(commandOfChord('Mod+KeyJ', chosen)?.id).toBe('palette.open');
	expect(commandOfChord('Mod+KeyK', chosen)).toBeNull();
});

test('a key that another command has is taken from it alone', () => {
	const chosen = chooseKey({}, 'palette.open', 'Mod+KeyY');
	expect(commandOfChord('Mod+KeyY', chosen)?.id).toBe('palette.open');
	expect(keysOf('history.redo', chosen)).toEqual(['Mod+Shift+KeyZ']);
});

test('what a command came with can be had back, also from whoever has got it', () => {
	const taken = chooseKey({}, 'settings.open', 'Mod+KeyK', 'Mod+Comma');
	expect(keysOf('palette.open', taken)).toEqual([]);
	const back = restoreKeys(taken, 'palette.open');
	expect(keysOf('palette.open', back)).toEqual(['Mod+KeyK']);
	expect(keysOf('settings.open', back)).toEqual([]);
	expect(restoreKeys(back, 'settings.open')).toEqual({});
});

test('one of two chords is changed, and the other stays', () => {
	const chosen = chooseKey({}, 'search.open', 'Mod+KeyJ', 'Slash');
	expect(keysOf('search.open', chosen)).toEqual(['Mod+Shift+KeyF', 'Mod+KeyJ']);
	expect(chooseKey(chosen, 'search.open', 'Slash', 'Mod+KeyJ')).toEqual({});
});

test('a chord can be taken away, and the others of the command stay', () => {
	const without = removeKey({}, 'search.open', 'Slash');
	expect(commandOfChord('Slash', without)).toBeNull();
	expect(keysOf('search.open', without)).toEqual(['Mod+Shift+KeyF']);
	const bare = removeKey(without, 'search.open', 'Mod+Shift+KeyF');
	expect(keysOf('search.open', bare)).toEqual([]);
	expect(readChosenKeys(JSON.parse(JSON.stringify(bare)))).toEqual(bare);
	expect(restoreKeys(bare, 'search.open')).toEqual({});
});

test('no chord is ever that of two commands', () => {
	const chosen = chooseKey(chooseKey(chooseKey({}, 'go.back', 'KeyJ'), 'passage.next', 'KeyK'), 'go.names', 'KeyJ');
	const chords = allCommands.flatMap((command) => keysNow(command, chosen));
	expect(new Set(chords).size).toBe(chords.length);
});

test('every command with keys has some that a browser leaves to the page', () => {
	const inBrowsers = allCommands.filter(({ isDesktopOnly, keys }) => !isDesktopOnly && keys.length > 0);
	for (const { id, keys } of inBrowsers)
		expect(
			keys.some((chord) => !isKeptByBrowsers(chord)),
			id,
		).toBe(true);
});

test('of a profile what is unknown or unreadable is left out', () => {
	const value = { 'palette.open': ['Mod+KeyJ'], 'no.command': ['KeyA'], 'go.back': 'KeyB', 'go.names': ['; rm'] };
	expect(readChosenKeys(value)).toEqual({ 'palette.open': ['Mod+KeyJ'] });
	for (const other of [null, 'x', 3, []]) expect(readChosenKeys(other)).toEqual({});
});

test('keys of pages and fields stay theirs', () => {
	for (const chord of ['Tab', 'Escape', 'Mod+Enter', 'Space', 'Mod+KeyC', 'ArrowDown', 'Shift+Home', 'Alt+F4'])
		expect(isFreeToChoose(chord), chord).toBe(false);
	for (const chord of ['KeyJ', 'F6', 'Mod+ArrowDown', 'Alt+Home', 'Mod+Shift+KeyC'])
		expect(isFreeToChoose(chord), chord).toBe(true);
});
