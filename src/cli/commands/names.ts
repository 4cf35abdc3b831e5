import { AppError } from '#shared/domain/app-error.ts';
import { type NameId, newId } from '#shared/domain/ids.ts';
import {
	isSameForm,
	likelyLanguage,
	type Name,
	type NameForm,
	type NameKind,
	scriptOfForm,
} from '#shared/domain/name.ts';
import { collation } from '#shared/messages/collation.ts';
import { message } from '#shared/messages/messages.ts';
import { findName, hasForm, nameTitle } from '../name-choice.ts';
import type { Output } from '../output.ts';
import { shortIdLength } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';

/** Prints every name with its forms; with words, those of which a form holds them. */
export async function listNames({ calls }: Session, asked: string, output: Output): Promise<number> {
	const all = await calls.names.list(undefined);
	const names = all.filter((name) => asked === '' || hasForm(name, asked)).sort(byTitle);
	for (const name of names) output.json(name);
	if (names.length === 0) output.line(message(asked === '' ? 'cli.names.empty' : 'cli.names.none'));
	else for (const line of formatTable(columns(), names.map(cells), output.width)) output.line(line);
	return 0;
}

export interface NewForms {
	/** Each `TEXT` or `LANGUAGE:TEXT`. */
	forms: readonly string[];
	/** The name that gets them; without one they are a new name. */
	to: string | undefined;
	/** Of a new name. */
	kind: NameKind;
	/** Where the forms come from. */
	source: string;
}

/** Makes a name of the forms, or adds them to one that is there; those it has already are passed over. */
export async function addForms({ calls }: Session, made: NewForms, output: Output): Promise<number> {
	const given = made.forms.map((text) => readForm(text, made.source));
	if (made.to === undefined) {
		const fields = { kind: made.kind, description: '', source: '', forms: withMains([], given) };
		say(await calls.names.add({ id: newId<NameId>(), fields }), 'cli.names.added', output);
		return 0;
	}
	const name = findName(await calls.names.list(undefined), made.to);
	const missing = given.filter((form) => !name.forms.some((known) => isSameForm(known, form)));
	const forms = [...name.forms, ...withMains(name.forms, missing)];
	say(await calls.names.update({ ...idOf(name), fields: { forms } }), 'cli.names.changed', output);
	return 0;
}

/** Makes one name of several: the first stays. */
export async function mergeNames({ calls }: Session, asked: readonly string[], output: Output): Promise<number> {
	const all = await calls.names.list(undefined);
	const chosen = asked.map((each) => findName(all, each));
	const preview = await calls.names.previewMerge({ ids: chosen.map(({ id }) => id) });
	say(await calls.names.merge({ names: chosen.map(idOf) }), 'cli.names.merged', output);
	const { linkCount, eventCount, linksBetween, rings } = preview;
	output.note(message('cli.names.followed', { links: linkCount - linksBetween, events: eventCount }));
	if (linksBetween > 0) output.note(message('names.merge.between', { count: linksBetween }));
	for (const ring of rings) output.note(message('names.merge.ring', { names: ring.join(', ') }));
	return 0;
}

/** Makes a name of its own of some forms of another. */
export async function splitName(
	{ calls }: Session,
	{ asked, forms }: { asked: string; forms: readonly string[] },
	output: Output,
): Promise<number> {
	const name = findName(await calls.names.list(undefined), asked);
	const places = forms.flatMap((form) => placesOf(name, form));
	const split = await calls.names.split({ ...idOf(name), newId: newId<NameId>(), places });
	say(split, 'cli.names.added', output);
	say(await calls.names.get({ id: name.id }), 'cli.names.changed', output);
	return 0;
}

function say(name: Name, key: 'cli.names.added' | 'cli.names.changed' | 'cli.names.merged', output: Output): void {
	output.json(name);
	const forms = name.forms.map(({ text }) => text).join(' · ');
	output.line(message(key, { id: name.id.slice(-shortIdLength), forms }));
}

function idOf({ id, revision }: Name): Pick<Name, 'id' | 'revision'> {
	return { id, revision };
}

/** `hy:Ալֆա`, or the text alone, whose letters then tell the language. */
function readForm(given: string, source: string): NameForm {
	const [, language, text = given] = /^([a-z]{2,3}(?:-[A-Za-z]{2,8})*):(.+)$/s.exec(given) ?? [];
	return { text, language: language ?? likelyLanguage(text), script: scriptOfForm(text), kind: 'variant', source };
}

/** The first form of a language that has no main one yet is its main one. */
function withMains(known: readonly NameForm[], given: readonly NameForm[]): NameForm[] {
	const languages = new Set(known.filter(({ kind }) => kind === 'main').map(({ language }) => language));
	return given.map((form) => {
		if (languages.has(form.language)) return form;
		languages.add(form.language);
		return { ...form, kind: 'main' };
	});
}

/** Where a form of this text stands, in whatever languages it does. Throws not-found. */
function placesOf(name: Name, asked: string): number[] {
	const { text } = readForm(asked, '');
	const places = name.forms.flatMap((form, place) => (form.text === asked || form.text === text ? [place] : []));
	if (places.length === 0) throw new AppError('not-found', { what: asked });
	return places;
}

function columns(): Column[] {
	return [
		{ title: message('cli.list.id') },
		{ title: message('cli.names.name') },
		{ title: message('cli.list.kind') },
		{ title: message('cli.names.forms'), isElastic: true },
	];
}

function cells(name: Name): string[] {
	const title = nameTitle(name);
	const others = [...new Set(name.forms.map(({ text }) => text))].filter((text) => text !== title);
	return [name.id.slice(-shortIdLength), title, name.kind, others.join(' · ')];
}

function byTitle(one: Name, other: Name): number {
	return collation()(nameTitle(one), nameTitle(other)) || (one.id < other.id ? -1 : 1);
}
