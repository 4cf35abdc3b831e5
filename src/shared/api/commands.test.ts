import { expect, test } from 'vitest';
import { message } from '../messages/messages.ts';
import { allCommands, chordAccelerator, chordKeys, commandTitleKey, isCharacterChord, parseChord } from './commands.ts';

test('no two commands share a chord', () => {
	const chords = allCommands.flatMap(({ keys }) => keys);
	expect(new Set(chords).size).toBe(chords.length);
});

test('every command has a title', () => {
	for (const { id } of allCommands) expect(message(commandTitleKey(id))).not.toBe(commandTitleKey(id));
});

test('only chords that type a character count as single keys', () => {
	expect(isCharacterChord(parseChord('KeyJ'))).toBe(true);
	expect(isCharacterChord(parseChord('Shift+Slash'))).toBe(true);
	expect(isCharacterChord(parseChord('F3'))).toBe(false);
	expect(isCharacterChord(parseChord('Mod+KeyK'))).toBe(false);
});

test('chords are written as on the keys and as menus want them', () => {
	expect(chordKeys('Mod+Shift+KeyF')).toEqual(['Ctrl', 'Shift', 'F']);
	expect(chordKeys('Shift+Slash')).toEqual(['?']);
	expect(chordKeys('Mod+Semicolon')).toEqual(['Ctrl', ';']);
	expect(chordKeys('Alt+PageDown')).toEqual(['Alt', 'PgDn']);
	expect(chordAccelerator('Alt+ArrowLeft')).toBe('Alt+Left');
	expect(chordAccelerator('Alt+PageDown')).toBe('Alt+PageDown');
	expect(chordAccelerator('Mod+Digit0')).toBe('CommandOrControl+0');
});
