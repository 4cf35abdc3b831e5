import type { MessageKey } from '../messages/messages.ts';

/** Menus of the application, in order; the palette and the shortcut sheet group by them too. */
export const commandGroups = ['file', 'edit', 'view', 'go', 'reader', 'annotation', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * Keys of a command: modifiers and a `KeyboardEvent.code`, joined by '+'. `Mod` is Ctrl, or Command on a Mac. A chord
 * without a modifier is a single-letter key: it is silent in text fields and can be switched off (WCAG 2.1.4).
 */
export type KeyChord = string;

interface CommandForm {
	readonly id: string;
	readonly group: CommandGroup;
	readonly keys: readonly KeyChord[];
	/** Only in the desktop window: it needs a dialog or a menu of the system. */
	readonly isDesktopOnly?: true;
	/** Only in a reading copy. */
	readonly isCopyOnly?: true;
	/** Not in menu and palette: it acts on what has the focus, so choosing it there would lose that. */
	readonly isKeyOnly?: true;
}

/** Every command there is. The title of each is `command.<id>` in the catalogue. */
export const commands = [
	{ id: 'archive.new', group: 'file', keys: ['Mod+Shift+KeyN'], isDesktopOnly: true },
	{ id: 'archive.open', group: 'file', keys: ['Mod+KeyO'], isDesktopOnly: true },
	{ id: 'archive.new-encrypted', group: 'file', keys: [] },
	{ id: 'archive.lock', group: 'file', keys: ['Mod+KeyL'] },
	{ id: 'archive.merge', group: 'file', keys: [] },
	{ id: 'archive.unplug', group: 'file', keys: ['Mod+Shift+KeyE'] },
	{ id: 'archive.backup', group: 'file', keys: ['Mod+Shift+KeyB'], isDesktopOnly: true },
	{ id: 'archive.seal', group: 'file', keys: ['Mod+Shift+KeyS'], isDesktopOnly: true },
	{ id: 'notes.side', group: 'file', keys: [], isDesktopOnly: true },
	{ id: 'adding.files', group: 'file', keys: ['Mod+KeyI'] },
	{ id: 'adding.folder', group: 'file', keys: ['Mod+Shift+KeyI'] },
	{ id: 'adding.paste', group: 'file', keys: ['Mod+Shift+KeyV'] },
	{ id: 'catalogue.import', group: 'file', keys: [] },
	// The second one too, since a browser opens a window of its own with the first.
	{ id: 'records.new', group: 'file', keys: ['Mod+KeyN', 'Alt+KeyN'] },
	{ id: 'editions.add', group: 'file', keys: [] },
	{ id: 'translations.ask', group: 'file', keys: [] },
	{ id: 'translations.save', group: 'file', keys: [] },
	{ id: 'translations.bring-in', group: 'file', keys: [] },
	{ id: 'recognition.start', group: 'file', keys: [] },
	{ id: 'names.new', group: 'file', keys: [] },
	{ id: 'findingAid.html', group: 'file', keys: [] },
	{ id: 'findingAid.pdf', group: 'file', keys: [], isDesktopOnly: true },
	{ id: 'findingAid.ead3', group: 'file', keys: [] },
	{ id: 'events.new', group: 'file', keys: [] },
	{ id: 'originals.verify', group: 'file', keys: [] },
	{ id: 'receipt.make', group: 'file', keys: [] },
	{ id: 'receipt.prove', group: 'file', keys: [] },
	{ id: 'quotes.prove', group: 'file', keys: [] },
	{ id: 'records.withdraw', group: 'file', keys: [] },
	{ id: 'package.export', group: 'file', keys: [], isDesktopOnly: true },
	{ id: 'package.check', group: 'file', keys: [], isDesktopOnly: true },
	{ id: 'reading-copy.export', group: 'file', keys: [], isDesktopOnly: true },
	{ id: 'notes.save', group: 'file', keys: ['Mod+KeyS'], isCopyOnly: true },
	{ id: 'notes.seal', group: 'file', keys: [], isCopyOnly: true },
	{ id: 'notes.open', group: 'file', keys: [], isCopyOnly: true },
	{ id: 'settings.open', group: 'file', keys: ['Mod+Comma'] },
	{ id: 'history.undo', group: 'edit', keys: ['Mod+KeyZ'] },
	{ id: 'history.redo', group: 'edit', keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'] },
	{ id: 'records.join', group: 'edit', keys: [] },
	{ id: 'names.merge', group: 'edit', keys: [] },
	{ id: 'names.split', group: 'edit', keys: [] },
	{ id: 'names.remove', group: 'edit', keys: [] },
	{ id: 'find.open', group: 'edit', keys: ['Mod+KeyF'] },
	{ id: 'find.next', group: 'edit', keys: ['F3'] },
	{ id: 'find.previous', group: 'edit', keys: ['Shift+F3'] },
	{ id: 'search.open', group: 'edit', keys: ['Mod+Shift+KeyF', 'Slash'] },
	{ id: 'search.list', group: 'edit', keys: [] },
	{ id: 'palette.open', group: 'view', keys: ['Mod+KeyK'] },
	{ id: 'pane.navigation', group: 'view', keys: ['Mod+Backslash'] },
	{ id: 'pane.inspector', group: 'view', keys: ['Mod+Shift+Backslash'] },
	{ id: 'reading.quiet', group: 'view', keys: ['KeyF'] },
	{ id: 'window.full-screen', group: 'view', keys: ['F11'] },
	{ id: 'theme.light', group: 'view', keys: [] },
	{ id: 'theme.sepia', group: 'view', keys: [] },
	{ id: 'theme.dark', group: 'view', keys: [] },
	{ id: 'theme.contrast', group: 'view', keys: [] },
	{ id: 'theme.system', group: 'view', keys: [] },
	{ id: 'reading.larger', group: 'view', keys: ['Mod+Equal'] },
	{ id: 'reading.smaller', group: 'view', keys: ['Mod+Minus'] },
	{ id: 'reading.reset', group: 'view', keys: ['Mod+Digit0'] },
	{ id: 'go.back', group: 'go', keys: ['Alt+ArrowLeft'] },
	{ id: 'go.forward', group: 'go', keys: ['Alt+ArrowRight'] },
	{ id: 'go.library', group: 'go', keys: ['Alt+Digit1'] },
	{ id: 'go.search', group: 'go', keys: ['Alt+Digit2'] },
	{ id: 'go.chronology', group: 'go', keys: ['Alt+Digit3'] },
	{ id: 'go.graph', group: 'go', keys: ['Alt+KeyG'] },
	{ id: 'go.map', group: 'go', keys: ['Alt+KeyM'] },
	{ id: 'go.names', group: 'go', keys: ['Alt+Digit4'] },
	{ id: 'go.annotations', group: 'go', keys: ['Alt+Digit5'] },
	{ id: 'go.evidence', group: 'go', keys: ['Alt+Digit7'] },
	{ id: 'go.quotes', group: 'go', keys: ['Alt+Digit8'] },
	{ id: 'go.wantedSources', group: 'go', keys: ['Alt+Digit9'] },
	{ id: 'go.translations', group: 'go', keys: [] },
	{ id: 'names.suggest', group: 'go', keys: [] },
	{ id: 'go.adding', group: 'go', keys: ['Alt+Digit6'] },
	{ id: 'go.reading', group: 'go', keys: ['Alt+Digit0'] },
	{ id: 'go.conflicts', group: 'go', keys: [] },
	{ id: 'go.custody', group: 'go', keys: [] },
	{ id: 'address.copy', group: 'go', keys: ['Mod+Shift+KeyL'] },
	{ id: 'record.cite', group: 'reader', keys: [] },
	{ id: 'passage.next', group: 'reader', keys: ['KeyJ'] },
	{ id: 'passage.previous', group: 'reader', keys: ['KeyK'] },
	{ id: 'passage.return', group: 'reader', keys: ['KeyB'] },
	{ id: 'hit.next', group: 'reader', keys: ['F4'] },
	{ id: 'hit.previous', group: 'reader', keys: ['Shift+F4'] },
	{ id: 'hit.results', group: 'reader', keys: [] },
	{ id: 'page.view', group: 'reader', keys: ['KeyV'] },
	{ id: 'page.next', group: 'reader', keys: ['Alt+PageDown'] },
	{ id: 'page.previous', group: 'reader', keys: ['Alt+PageUp'] },
	{ id: 'page.go', group: 'reader', keys: ['Shift+KeyG'] },
	{ id: 'page.zoom-in', group: 'reader', keys: ['Alt+Equal'] },
	{ id: 'page.zoom-out', group: 'reader', keys: ['Alt+Minus'] },
	{ id: 'page.fit-width', group: 'reader', keys: ['KeyW'] },
	{ id: 'page.fit-page', group: 'reader', keys: ['Shift+KeyW'] },
	{ id: 'page.rotate', group: 'reader', keys: ['KeyR'] },
	{ id: 'page.region', group: 'annotation', keys: ['KeyM'] },
	{ id: 'recording.play', group: 'reader', keys: ['KeyI', 'F8'] },
	{ id: 'recording.back', group: 'reader', keys: ['KeyU', 'F7'] },
	{ id: 'recording.forward', group: 'reader', keys: ['Shift+KeyU', 'F9'] },
	{ id: 'recording.from-passage', group: 'reader', keys: ['KeyX'] },
	{ id: 'recording.slower', group: 'reader', keys: ['Shift+F7'] },
	{ id: 'recording.faster', group: 'reader', keys: ['Shift+F9'] },
	{ id: 'recording.follow', group: 'reader', keys: ['Shift+KeyI'] },
	{ id: 'recording.save', group: 'reader', keys: [] },
	{ id: 'text.write', group: 'reader', keys: ['Mod+Shift+KeyX'] },
	{ id: 'text.redact', group: 'reader', keys: [] },
	{ id: 'text.translate', group: 'reader', keys: [] },
	{ id: 'text.black-out', group: 'reader', keys: ['Mod+Shift+KeyK'], isKeyOnly: true },
	{ id: 'transcript.write', group: 'reader', keys: [] },
	{ id: 'transcript.stamp', group: 'reader', keys: ['F6'], isKeyOnly: true },
	{ id: 'transcript.save-vtt', group: 'file', keys: [] },
	{ id: 'transcript.save-srt', group: 'file', keys: [] },
	{ id: 'editions.compare', group: 'reader', keys: [] },
	{ id: 'dates.find', group: 'reader', keys: [] },
	{ id: 'reader.beside', group: 'reader', keys: ['KeyS'] },
	{ id: 'beside.other', group: 'reader', keys: ['KeyO'] },
	{ id: 'beside.pair', group: 'reader', keys: ['KeyP'] },
	{ id: 'beside.together', group: 'reader', keys: ['KeyT'] },
	{ id: 'reading.keep', group: 'reader', keys: ['KeyA'] },
	{ id: 'aloud.toggle', group: 'reader', keys: ['KeyH'] },
	{ id: 'aloud.previous', group: 'reader', keys: ['Shift+KeyK'] },
	{ id: 'aloud.next', group: 'reader', keys: ['Shift+KeyJ'] },
	{ id: 'aloud.slower', group: 'reader', keys: ['Shift+Comma'] },
	{ id: 'aloud.faster', group: 'reader', keys: ['Shift+Period'] },
	{ id: 'aloud.stop', group: 'reader', keys: ['Shift+KeyH'] },
	{ id: 'edition.print', group: 'reader', keys: ['Mod+KeyP'] },
	{ id: 'annotation.note', group: 'annotation', keys: ['KeyN'] },
	{ id: 'annotation.claim', group: 'annotation', keys: ['KeyC'] },
	{ id: 'annotation.evidence', group: 'annotation', keys: ['KeyE'] },
	{ id: 'annotation.dispute', group: 'annotation', keys: ['KeyD'] },
	{ id: 'annotation.question', group: 'annotation', keys: ['KeyQ'] },
	{ id: 'annotation.words', group: 'annotation', keys: ['KeyZ'], isKeyOnly: true },
	{ id: 'annotation.words-end', group: 'annotation', keys: ['Shift+KeyZ'], isKeyOnly: true },
	{ id: 'annotation.link', group: 'annotation', keys: ['KeyL'] },
	{ id: 'annotation.copy-quote', group: 'annotation', keys: ['KeyY'] },
	{ id: 'quotes.card', group: 'annotation', keys: ['Shift+KeyY'] },
	{ id: 'quotes.save-card', group: 'annotation', keys: [] },
	{ id: 'quotes.add', group: 'annotation', keys: ['KeyG'] },
	{ id: 'annotation.next', group: 'annotation', keys: ['BracketRight'] },
	{ id: 'annotation.previous', group: 'annotation', keys: ['BracketLeft'] },
	{ id: 'help.open', group: 'help', keys: ['F1'] },
	{ id: 'help.shortcuts', group: 'help', keys: ['Shift+Slash'] },
	{ id: 'help.tour', group: 'help', keys: [] },
	{ id: 'device.ready', group: 'help', keys: [] },
	{ id: 'help.about', group: 'help', keys: [] },
] as const satisfies readonly CommandForm[];

export type CommandId = (typeof commands)[number]['id'];

/** A command as its list describes it, with the optional parts readable on all. */
export type Command = CommandForm & { readonly id: CommandId };

export const allCommands: readonly Command[] = commands;

/** The catalogue's key for what the command is called. */
export function commandTitleKey(id: CommandId): MessageKey & `command.${CommandId}` {
	return `command.${id}`;
}

export interface ParsedChord {
	readonly code: string;
	readonly mod: boolean;
	readonly shift: boolean;
	readonly alt: boolean;
}

export function parseChord(chord: KeyChord): ParsedChord {
	const parts = chord.split('+');
	return {
		code: parts.at(-1) ?? '',
		mod: parts.includes('Mod'),
		shift: parts.includes('Shift'),
		alt: parts.includes('Alt'),
	};
}

/** True for keys that type a character by themselves: those a person must be able to switch off. */
export function isCharacterChord({ code, mod, alt }: ParsedChord): boolean {
	return !mod && !alt && !/^F\d+$/.test(code);
}

const codeNames: Readonly<Record<string, string>> = {
	Backslash: '\\',
	BracketLeft: '[',
	BracketRight: ']',
	Comma: ',',
	Equal: '+',
	Minus: '−',
	Period: '.',
	Slash: '/',
	ArrowLeft: '←',
	ArrowRight: '→',
};

/** Keys that are shown by another name than a menu of the system would take. */
const shownNames: Readonly<Record<string, string>> = {
	...codeNames,
	Backquote: '`',
	IntlBackslash: '<',
	PageDown: 'PgDn',
	PageUp: 'PgUp',
	Quote: "'",
	Semicolon: ';',
	ArrowUp: '↑',
	ArrowDown: '↓',
};

/** The chord as keys to show, one text a key: `['Ctrl', 'Shift', 'F']`. */
export function chordKeys(chord: KeyChord, isMac = false): string[] {
	const { code, mod, shift, alt } = parseChord(chord);
	if (code === 'Slash' && shift && !mod && !alt) return ['?'];
	const key = shownNames[code] ?? code.replace(/^(Key|Digit)/, '');
	return [
		...(mod ? [isMac ? '⌘' : 'Ctrl'] : []),
		...(alt ? [isMac ? '⌥' : 'Alt'] : []),
		...(shift ? [isMac ? '⇧' : 'Shift'] : []),
		key,
	];
}

/** The chord in the words of Electron's menus: `CommandOrControl+Shift+F`. */
export function chordAccelerator(chord: KeyChord): string {
	const { code, mod, shift, alt } = parseChord(chord);
	const names: Readonly<Record<string, string>> = {
		...codeNames,
		Minus: '-',
		Equal: 'Plus',
		ArrowLeft: 'Left',
		ArrowRight: 'Right',
	};
	const key = names[code] ?? code.replace(/^(Key|Digit)/, '');
	return [...(mod ? ['CommandOrControl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key].join('+');
}
