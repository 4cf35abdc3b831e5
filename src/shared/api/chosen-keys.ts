import * as v from 'valibot';
import { allCommands, type Command, type CommandId, type KeyChord, parseChord } from './commands.ts';

/** The keys that a person gave to commands in place of those that these come with; an empty list is none at all. */
export type ChosenKeys = Readonly<Partial<Record<CommandId, readonly KeyChord[]>>>;

/** Where the device profile keeps them. */
export const chosenKeysKey = 'keys';

const commandIds = allCommands.map(({ id }) => id);
const chordSchema = v.pipe(v.string(), v.regex(/^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?[A-Za-z]+\d*$/));

/** Of a window that sends them: every part has to be right. */
export const chosenKeysSchema = v.record(v.picklist(commandIds), v.pipe(v.array(chordSchema), v.maxLength(4)));

/** Of a profile, which another version may have written: what this one does not know is left out. */
export function readChosenKeys(value: unknown): ChosenKeys {
	if (typeof value !== 'object' || value === null) return {};
	const known = Object.entries(value).filter(([id, chords]) => v.is(chosenKeysSchema, { [id]: chords }));
	return Object.fromEntries(known) as ChosenKeys;
}

/** The keys of a command as they are now. */
export function keysNow({ id, keys }: Command, chosen: ChosenKeys): readonly KeyChord[] {
	return chosen[id] ?? keys;
}

/** The command that a chord runs now. */
export function commandOfChord(chord: KeyChord, chosen: ChosenKeys): Command | null {
	return allCommands.find((command) => keysNow(command, chosen).includes(chord)) ?? null;
}

/**
 * Gives `chord` to a command, in the place of one that it has or beside what it has, and takes it from any other: no
 * chord is that of two.
 */
export function chooseKey(chosen: ChosenKeys, id: CommandId, chord: KeyChord, instead?: KeyChord): ChosenKeys {
	const owners = allCommands.filter((command) => command.id !== id && keysNow(command, chosen).includes(chord));
	const taken = owners.reduce((keys, owner) => removeKey(keys, owner.id, chord), chosen);
	return withKeys(taken, id, (own) => {
		const others = own.filter((each) => each !== chord);
		return instead && others.includes(instead)
			? others.map((each) => (each === instead ? chord : each))
			: [...others, chord];
	});
}

/** Takes one chord away from a command, which may be left with none: a screen reader may need it for itself. */
export function removeKey(chosen: ChosenKeys, id: CommandId, chord: KeyChord): ChosenKeys {
	return withKeys(chosen, id, (own) => own.filter((each) => each !== chord));
}

/** What is as it came is not kept as chosen. */
function withKeys(
	chosen: ChosenKeys,
	id: CommandId,
	change: (own: readonly KeyChord[]) => readonly KeyChord[],
): ChosenKeys {
	const command = allCommands.find((each) => each.id === id);
	if (!command) return chosen;
	const { [id]: _, ...rest } = chosen;
	const now = change(keysNow(command, chosen));
	return isSame(now, command.keys) ? rest : { ...rest, [id]: now };
}

function isSame(one: readonly KeyChord[], other: readonly KeyChord[]): boolean {
	return one.length === other.length && one.every((chord, index) => chord === other[index]);
}

/** Gives a command its own keys back, and takes them from whoever has got them meanwhile. */
export function restoreKeys(chosen: ChosenKeys, id: CommandId): ChosenKeys {
	const own = allCommands.find((command) => command.id === id)?.keys ?? [];
	const taken = own.reduce((keys, chord) => chooseKey(keys, id, chord), chosen);
	return withKeys(taken, id, () => own);
}

/** Keys that every page, field and list needs for itself, whatever a person would like. */
const kept = new Set(['Tab', 'Escape', 'Enter', 'Space', 'Backspace', 'Delete', 'ContextMenu']);
const moving = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/;
/** The system's own, in every window. */
const closingWindow = 'Alt+F4';
const editing = new Set(['Mod+KeyA', 'Mod+KeyC', 'Mod+KeyV', 'Mod+KeyX']);

const browserKeys = ['KeyN', 'KeyT', 'KeyW', 'Shift+KeyN', 'Shift+KeyT', 'Shift+KeyW', 'Shift+KeyP', 'KeyQ'];
const browserMoves = ['PageUp', 'PageDown', 'F4'];
const keptByBrowsers = new Set([...browserKeys, ...browserMoves].map((keys) => `Mod+${keys}`));

/** Whether a browser takes this chord for its own windows and tabs before any page hears of it. */
export function isKeptByBrowsers(chord: KeyChord): boolean {
	return keptByBrowsers.has(chord);
}

/** Whether a command may have this chord. */
export function isFreeToChoose(chord: KeyChord): boolean {
	const { code, mod, alt } = parseChord(chord);
	if (kept.has(code) || editing.has(chord) || chord === closingWindow) return false;
	return !moving.test(code) || mod || alt;
}
