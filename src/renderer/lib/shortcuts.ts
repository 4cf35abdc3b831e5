import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import {
	type ChosenKeys,
	chosenKeysKey,
	isFreeToChoose,
	isKeptByBrowsers,
	keysNow,
	readChosenKeys,
} from '#shared/api/chosen-keys.ts';
import {
	allCommands,
	type Command,
	type CommandId,
	chordKeys,
	commandTitleKey,
	isCharacterChord,
	type KeyChord,
	parseChord,
} from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { characterKeysKey, useCharacterKeys } from './character-keys.ts';
import { desktop } from './desktop.ts';
import { useProfile } from './profile.ts';
import { queryClient } from './query-client.ts';
import { keys as queryKeys } from './query-keys.ts';

const isMac = navigator.platform.startsWith('Mac');

/** The keys that this device's people chose; a setting of the device. */
export function useChosenKeys(): [ChosenKeys, (chosen: ChosenKeys) => void] {
	const [value, set] = useProfile<unknown>(chosenKeysKey, null);
	const chosen = useMemo(() => readChosenKeys(value), [value]);
	return [chosen, set];
}

/** The keys of a command that reach this page: not those that a browser keeps for itself. */
export function keysHere(command: Command, chosen: ChosenKeys): readonly KeyChord[] {
	const keys = keysNow(command, chosen);
	return desktop ? keys : keys.filter((chord) => !isKeptByBrowsers(chord));
}

/** Whether a command can be given this chord in this window. */
export function isFreeHere(chord: KeyChord): boolean {
	return isFreeToChoose(chord) && (desktop !== undefined || !isKeptByBrowsers(chord));
}

/** The first key of a command, to be shown beside it; undefined when it has none. */
export function useKeyOf(id: CommandId): KeyChord | undefined {
	const [chosen] = useChosenKeys();
	const command = allCommands.find((each) => each.id === id);
	return command && keysHere(command, chosen)[0];
}

/** The same for one moment, as it is written on the keys. */
export function keyNameOf(id: CommandId): string | undefined {
	const chord = chordNow(id);
	return chord && keyWords(chord);
}

const silentKey = queryKeys.profile.get({ key: characterKeysKey });

/**
 * What a sentence calls the keys of commands: those they have now or, of one that has none that acts, its name in the
 * palette.
 */
export function keysSaid<K extends string>(ids: Readonly<Record<K, CommandId>>): Record<K, string> {
	const areCharactersOff = queryClient.getQueryData(silentKey) === false;
	const said = Object.entries<CommandId>(ids).map(([name, id]) => {
		const chord = chordNow(id);
		const acts = chord !== undefined && !(areCharactersOff && isCharacterChord(parseChord(chord)));
		return [name, acts ? keyWords(chord) : message('shortcuts.by-name', { command: message(commandTitleKey(id)) })];
	});
	return Object.fromEntries(said) as Record<K, string>;
}

/** The same for a sentence that stays: it is said anew as the keys change. */
export function useKeysSaid<K extends string>(ids: Readonly<Record<K, CommandId>>): Record<K, string> {
	useChosenKeys();
	useCharacterKeys();
	return keysSaid(ids);
}

/** What is needed to go to a passage from the keyboard. */
export function passageKeysSaid(): { next: string; previous: string } {
	return keysSaid({ next: 'passage.next', previous: 'passage.previous' });
}

function chordNow(id: CommandId): KeyChord | undefined {
	const command = allCommands.find((each) => each.id === id);
	const chosen = readChosenKeys(queryClient.getQueryData(queryKeys.profile.get({ key: chosenKeysKey })));
	return command && keysHere(command, chosen)[0];
}

/** A chord as it is written on the keys: `Ctrl Shift F`. */
export function keyWords(chord: KeyChord): string {
	return chordKeys(chord, isMac).join(' ');
}

/** Shows the chosen keys in the application menu as well. */
export function useKeysInMenu(): void {
	const [chosen] = useChosenKeys();
	useEffect(() => desktop?.setKeys(chosen), [chosen]);
}

/** Whether the next key is to be told to somebody and must not act: while a new key for a command is asked for. */
export const useKeyRecording = create<{ isOn: boolean }>(() => ({ isOn: false }));

/** What was pressed, as a chord; null while only modifiers are held. */
export function pressedChord(event: KeyboardEvent, isMac = navigator.platform.startsWith('Mac')): KeyChord | null {
	const { code, key } = event;
	if (/^(?:Control|Shift|Alt|Meta|OS)/.test(code) || code === '') return null;
	const isMod = isMac ? event.metaKey : event.ctrlKey;
	// The question mark stands on different keys; the list of commands means what is typed.
	const base = !isMod && !event.altKey && (key === '?' || key === '/') ? 'Slash' : code;
	const isShift = base === 'Slash' && !isMod && !event.altKey ? key === '?' : event.shiftKey;
	return [...(isMod ? ['Mod'] : []), ...(event.altKey ? ['Alt'] : []), ...(isShift ? ['Shift'] : []), base].join('+');
}
