import { useEffect } from 'react';
import { useCharacterKeys } from '#renderer/lib/character-keys.ts';
import { useChosenKeys, useKeyRecording } from '#renderer/lib/shortcuts.ts';
import { isTypedAhead } from '#renderer/lib/type-ahead.ts';
import { commandAttribute } from '#renderer/ui/Menu.tsx';
import { type ChosenKeys, keysNow } from '#shared/api/chosen-keys.ts';
import { allCommands, type CommandId, isCharacterChord, type ParsedChord, parseChord } from '#shared/api/commands.ts';
import { askForCommand } from './ask-for-command.ts';

interface Binding {
	id: CommandId;
	chord: ParsedChord;
	isCharacter: boolean;
}

const isMac = navigator.platform.startsWith('Mac');
/** In a text field these belong to the text. */
const textCommands: ReadonlySet<CommandId> = new Set(['history.undo', 'history.redo']);

/** The window's one key listener: finds the command of a chord and runs whoever answers it. */
export function useKeyboard(): void {
	const [areCharactersOn] = useCharacterKeys();
	const [chosen] = useChosenKeys();
	useEffect(() => {
		const bindings = bindingsFor(chosen);
		function press(event: KeyboardEvent): void {
			if (event.isComposing || event.defaultPrevented || useKeyRecording.getState().isOn) return;
			if (isTypedAhead(event)) return;
			const item = areCharactersOn ? menuItemOf(event, bindings) : null;
			const id = commandOf(event, bindings, areCharactersOn);
			if (item) chooseByKeyboard(item);
			else if (id === null || !askForCommand(id)) return;
			event.preventDefault();
			event.stopPropagation();
		}
		// While it goes down, since collections of the component library keep keys for themselves on the way up.
		window.addEventListener('keydown', press, { capture: true });
		return () => window.removeEventListener('keydown', press, { capture: true });
	}, [areCharactersOn, chosen]);
}

function bindingsFor(chosen: ChosenKeys): Binding[] {
	return allCommands.flatMap((command) =>
		keysNow(command, chosen).map((text) => {
			const chord = parseChord(text);
			return { id: command.id, chord, isCharacter: isCharacterChord(chord) };
		}),
	);
}

function commandOf(event: KeyboardEvent, bindings: readonly Binding[], areCharactersOn: boolean): CommandId | null {
	const isInText = isTextField(event.target);
	const isInWidget = event.target instanceof Element && event.target.closest(keeperOf(event.key)) !== null;
	for (const { id, chord, isCharacter } of bindings) {
		if (isCharacter ? !areCharactersOn || isInText || isInWidget : isInText && textCommands.has(id)) continue;
		if (matches(event, chord)) return id;
	}
	return null;
}

/** The entry of the open menu that has this character printed beside it: it means the same there as elsewhere. */
function menuItemOf(event: KeyboardEvent, bindings: readonly Binding[]): HTMLElement | null {
	const menu = event.target instanceof Element ? event.target.closest('[role=menu]') : null;
	if (!menu) return null;
	const items = bindings
		.filter(({ chord, isCharacter }) => isCharacter && matches(event, chord))
		.map(({ id }) => menu.querySelector<HTMLElement>(`[${commandAttribute}="${id}"]`));
	return items.find((item) => item !== null) ?? null;
}

/** As Enter would: a click of no pointer is taken for a screen reader's, after which the menu gives the focus back late. */
function chooseByKeyboard(item: HTMLElement): void {
	item.focus();
	for (const type of ['keydown', 'keyup'])
		item.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
}

/** What keeps a character for itself: a dialog any, a list that one goes through by letters those. */
function keeperOf(key: string): string {
	const dialogs = '[role=dialog],[role=alertdialog]';
	return /[/?]/.test(key) ? dialogs : `[role=menu],[role=listbox],[role=tree],${dialogs}`;
}

/**
 * By physical key, so that `J` is the same key in every layout. A chord with Ctrl goes by the letter first where the
 * layout is Latin: on a French keyboard Ctrl+Z is where Z is written.
 */
function matches(event: KeyboardEvent, { code, mod, shift, alt }: ParsedChord): boolean {
	const isMod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
	if (mod !== isMod || alt !== event.altKey) return false;
	if (!mod && (event.ctrlKey || event.metaKey)) return false;
	if (code === 'Slash' && !mod && !alt) return event.key === (shift ? '?' : '/');
	if (shift !== event.shiftKey) return false;
	const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
	if (mod && letter && /^[a-z]$/i.test(event.key)) return event.key.toLowerCase() === letter;
	return event.code === code;
}

function isTextField(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
		return true;
	return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}
