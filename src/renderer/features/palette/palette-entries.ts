import { commandTexts } from '#renderer/lib/command-texts.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { comparedWords, scores, scoreText } from '#renderer/lib/word-score.ts';
import { allCommands, type Command, type CommandId, commandTitleKey, type KeyChord } from '#shared/api/commands.ts';
import { type Annotation, quoteOf } from '#shared/domain/annotation.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { Name } from '#shared/domain/name.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { plainText } from '#shared/markdown/markdown.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';

/** One line of the palette. */
export type PaletteEntry = { id: string; title: string; detail: string; keys?: KeyChord | undefined } & (
	| { kind: 'command'; commandId: CommandId }
	| { kind: 'record'; recordId: string }
	| { kind: 'name'; nameId: string }
	| { kind: 'event'; eventId: string }
	| { kind: 'note'; note: Annotation }
	| { kind: 'search'; text: string }
);

/** An entry with the texts by which it can be meant, each as compared words. */
export interface FindableEntry {
	entry: PaletteEntry;
	texts: string[][];
	/** Other words than it is called by: nothing that is called so comes after it. */
	words: string[][];
}

const mostEntries = 40;
const longestTitle = 120;
/** Of a note, what its title is read from: signs and addresses of links are left out of it. */
const longestRead = 1000;

/** @param keyOf what is shown as the key of a command */
export function commandEntries(
	answered: ReadonlySet<CommandId>,
	keyOf: (command: Command) => KeyChord | undefined,
): FindableEntry[] {
	return allCommands
		.filter(({ id, isKeyOnly }) => answered.has(id) && !isKeyOnly && id !== 'palette.open')
		.map((command) => {
			const { titles, words } = commandTexts(command.id);
			const title = message(commandTitleKey(command.id));
			const entry = { kind: 'command', id: `command:${command.id}`, commandId: command.id, title } as const;
			return findable({ ...entry, detail: '', keys: keyOf(command) }, titles, words);
		});
}

export function recordEntries(records: readonly RecordSummary[]): FindableEntry[] {
	return records.map(({ id, title, kind }) =>
		findable({ kind: 'record', id: `record:${id}`, recordId: id, title, detail: recordKindName(kind) }),
	);
}

export function nameEntries(names: readonly Name[]): FindableEntry[] {
	return names.map((name) => {
		const others = name.forms.map((form) => form.text);
		const entry = { kind: 'name', id: `name:${name.id}`, nameId: name.id, title: nameTitle(name) } as const;
		return findable({ ...entry, detail: message(`names.kind.${name.kind}`) }, others);
	});
}

export function eventEntries(events: readonly ArchiveEvent[]): FindableEntry[] {
	return events.map(({ id, title, edtf }) =>
		findable({ kind: 'event', id: `event:${id}`, eventId: id, title, detail: edtfWords(edtf) }),
	);
}

export function noteEntries(notes: readonly Annotation[]): FindableEntry[] {
	return notes.map((note) => {
		const words = quoteOf(note).replace(/\s+/g, ' ').slice(0, longestTitle);
		const title = note.body.replace(/\s+/g, ' ').slice(0, longestTitle) || words;
		const entry = { kind: 'note', id: `note:${note.id}`, note, title } as const;
		return findable({ ...entry, detail: words }, note.tags);
	});
}

/** What fits, most likely first; with nothing typed, what can be done. "Search for" stands before mere parts of words. */
export function entriesFor(text: string, entries: readonly FindableEntry[]): PaletteEntry[] {
	const typed = comparedWords(text);
	if (typed.length === 0) return entries.flatMap(({ entry }) => (entry.kind === 'command' ? [entry] : []));
	const asked = text.trim();
	const search: PaletteEntry = {
		...{ kind: 'search', id: 'search', text: asked, title: message('palette.search-for', { text: asked }), detail: '' },
	};
	const scored = entries.flatMap(({ entry, texts, words }) => {
		const best = (among: readonly string[][]) => Math.max(0, ...among.map((each) => scoreText(typed, each)));
		const score = Math.max(best(texts), Math.min(best(words), scores.otherwise));
		return score > 0 ? [{ entry, score }] : [];
	});
	scored.push({ entry: search, score: scores.search });
	return scored
		.sort((one, other) => other.score - one.score || one.entry.title.length - other.entry.title.length)
		.slice(0, mostEntries)
		.map(({ entry }) => asRead(entry));
}

/** Notes without their Markdown signs. Only those that are shown: to read thousands takes longer than a key press may. */
function asRead(entry: PaletteEntry): PaletteEntry {
	if (entry.kind !== 'note') return entry;
	const words = plainText(entry.note.body.slice(0, longestRead));
	return words === '' ? entry : { ...entry, title: words.slice(0, longestTitle) };
}

function findable(entry: PaletteEntry, others: readonly string[] = [], words: readonly string[] = []): FindableEntry {
	return { entry, texts: [entry.title, ...others].map(comparedWords), words: words.map(comparedWords) };
}
