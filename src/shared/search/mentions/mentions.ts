import type { Engine } from '../engine.ts';
import type { StoredOwner } from '../owners.ts';
import { type Answering, type Answers, noAnswers } from '../query/answers.ts';
import { anyOf } from '../query/combine-answers.ts';
import { matchLeaf, matchRun } from '../query/word-spans.ts';
import { matchApart, type Surroundings } from '../query/words-apart.ts';
import type { WidenedWords } from '../search-query.ts';
import { wordsOf } from '../words.ts';
import { type FormWords, formReading, formsAsked, wordNode } from './form-words.ts';

/** A record in whose text a name stands. */
export interface MentioningRecord {
	id: string;
	title: string;
	recordKind: string;
	/** EDTF; '' when not known. */
	dateEdtf: string;
	/** The edition that it shows, whose passages these are. */
	editionId: string;
	/** Its rows are those from here on. */
	start: number;
	count: number;
}

/**
 * The passages in which a name stands, by record: the oldest record first, those without a date last; within a record in
 * the order of its text. In columns of one length, so that a hundred thousand of them cross to another thread in no time.
 */
export interface Mentions {
	records: MentioningRecord[];
	ordinals: Uint32Array;
	/** ¶ numbers; 0 where a passage has none. */
	numbers: Uint32Array;
	/** `kindOfCode` says how the nearest form is found. */
	kinds: Uint8Array;
	/** 1 where no form stands, but a part of one by itself: whether it speaks of this name is for a person to say. */
	parts: Uint8Array;
	/** Places in `languages`. */
	languageOf: Uint16Array;
	languages: string[];
	/** What answered the words of the forms beyond themselves: for marking them. */
	widened: WidenedWords;
}

/** What is asked for to find a name. */
export interface AskedName {
	forms: readonly string[];
	/** Single words of it, as its family name, which count where they stand by themselves. */
	parts?: readonly string[];
	/** Forms of all names of the archive: in the midst of one of them a part does not stand by itself. */
	others?: Iterable<readonly string[]>;
}

/** Null while something has to be fetched first. */
export function mentionsOf(engine: Engine, name: AskedName, isWaiting: () => boolean): Mentions | null {
	const asked = formsAsked(name.forms).map((form) => answeringForm(engine, form));
	const parts = (name.parts ?? []).map(textsOfWords).filter((words) => words.length > 0);
	const around = surroundingsOf(parts, [name.forms, ...(name.others ?? [])]);
	const apart = parts.map((words) => matchApart(engine, words.map(wordNode), around, formReading));
	const answers = asked.length === 0 ? noAnswers() : anyOf(asked).all();
	const ofParts = apart.length === 0 ? noAnswers() : anyOf(apart).all();
	if (isWaiting()) return null;
	return inColumns(engine, answers, ofParts);
}

/** The words around one of these in names of more words: of all scripts together, since each part answers in all. */
function surroundingsOf(parts: readonly string[][], names: Iterable<readonly string[]>): Surroundings[] {
	const around: Surroundings[] = [];
	const sought = parts.map((words) => words.map((word) => word.toLowerCase()));
	const seen = new Set<string>();
	for (const forms of sought.length === 0 ? [] : names)
		for (const form of forms) {
			// Nearly all of them have none of the words, which this tells in a tenth of the time of taking them apart.
			const lower = form.toLowerCase();
			if (seen.has(lower) || !sought.some((words) => words.every((word) => lower.includes(word)))) continue;
			seen.add(lower);
			const own = textsOfWords(lower);
			for (const words of sought) around.push(...aroundEach(own, words));
		}
	return around;
}

function aroundEach(own: readonly string[], words: readonly string[]): Surroundings[] {
	if (own.length <= words.length) return [];
	return own.flatMap((_, at) => {
		const isHere = words.every((word, step) => own[at + step] === word);
		if (!isHere) return [];
		return [{ before: own.slice(0, at).map(wordNode), after: own.slice(at + words.length).map(wordNode) }];
	});
}

function textsOfWords(text: string): string[] {
	return wordsOf(text).map((word) => word.text);
}

function answeringForm(engine: Engine, { words, isSounded }: FormWords): Answering {
	const [first = '', ...others] = words;
	if (isSounded && others.length === 0) return matchLeaf(engine, wordNode(first), formReading);
	const { start, end, isPrefix, isUnfinished } = wordNode('');
	if (!isSounded) {
		const phrase = { type: 'phrase' as const, words: [...words], isLiteral: false, start, end, isPrefix, isUnfinished };
		return matchLeaf(engine, phrase, formReading);
	}
	return matchRun(engine, words.map(wordNode), formReading);
}

interface Row {
	owner: StoredOwner;
	doc: number;
	ordinal: number;
	kind: number;
	isPart: boolean;
}

function inColumns(engine: Engine, ofForms: Answers, ofParts: Answers): Mentions {
	const whole = new Set(ofParts.docs.length > 0 ? ofForms.docs : []);
	const rows = [
		...rowsOf(engine, ofForms, false),
		...rowsOf(engine, ofParts, true).filter(({ doc }) => !whole.has(doc)),
	];
	const places = placesOfOwners(rows);
	rows.sort(
		(one, other) => (places.get(one.owner) ?? 0) - (places.get(other.owner) ?? 0) || one.ordinal - other.ordinal,
	);
	const languages = new Map<string, number>();
	const columns = {
		ordinals: Uint32Array.from(rows, ({ ordinal }) => ordinal),
		numbers: new Uint32Array(rows.length),
		kinds: Uint8Array.from(rows, ({ kind }) => kind),
		parts: Uint8Array.from(rows, ({ isPart }) => Number(isPart)),
		languageOf: new Uint16Array(rows.length),
	};
	const records: MentioningRecord[] = [];
	for (const [at, { owner, doc }] of rows.entries()) {
		const { language, number } = engine.get(doc).document;
		if (!languages.has(language)) languages.set(language, languages.size);
		columns.languageOf[at] = languages.get(language) ?? 0;
		columns.numbers[at] = number ?? 0;
		const last = records.at(-1);
		if (last?.id === owner.owner.id) last.count += 1;
		else records.push({ ...recordOf(owner), start: at, count: 1 });
	}
	return { ...columns, records, languages: [...languages.keys()], widened: engine.expander.widened };
}

function rowsOf(engine: Engine, { docs, kinds }: Answers, isPart: boolean): Row[] {
	const rows: Row[] = [];
	for (let at = 0; at < docs.length; at++) {
		const doc = docs[at] as number;
		const group = engine.groupOf(doc);
		if (group < 0) continue;
		const { document, owner } = engine.factsOf(group);
		// Where a name stands is said of the text that the record shows: in a translation it stands again.
		if (document.kind !== 'passage' || document.isTranslation || owner.owner.editionId === undefined) continue;
		rows.push({ owner, doc, ordinal: engine.ordinalOf(doc), kind: kinds[at] as number, isPart });
	}
	return rows;
}

function recordOf({ owner }: StoredOwner): Omit<MentioningRecord, 'start' | 'count'> {
	const { id, title, recordKind, dateEdtf, editionId = '' } = owner;
	return { id, title, recordKind, dateEdtf, editionId };
}

/** The oldest first; what is equal by title. */
function placesOfOwners(rows: readonly Row[]): Map<StoredOwner, number> {
	const owners = [...new Set(rows.map(({ owner }) => owner))];
	const yearOf = ({ years }: StoredOwner) => years?.from ?? Number.POSITIVE_INFINITY;
	const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
	owners.sort(
		(one, other) =>
			(yearOf(one) === yearOf(other) ? 0 : yearOf(one) - yearOf(other)) ||
			compare(one.owner.dateEdtf, other.owner.dateEdtf) ||
			compare(one.owner.title, other.owner.title) ||
			compare(one.owner.id, other.owner.id),
	);
	return new Map(owners.map((owner, place) => [owner, place]));
}
