import type { PassageText } from '#shared/text/anchor/text-stream.ts';
import { type EditKind, edits } from './edits.ts';
import type { Writing } from './look-alikes.ts';
import { addNoise } from './noise.ts';
import type { LongText } from './texts.ts';

/** A character of a new edition and where it was in the old one's stream, in UTF-16 units; -1 for what came in. */
export interface Unit {
	character: string;
	origin: number;
	/** Stands where another name or number stood. */
	isOther?: boolean;
}

/** A paragraph being revised. */
export interface Paragraph {
	units: Unit[];
	kind: EditKind;
}

export interface RevisionRules {
	writing: Writing;
	noise: number;
	/** Share of paragraphs that go elsewhere; 0 but where that is what is measured. */
	moved: number;
	random: () => number;
}

/** A new edition and what is known about it because it was made here. */
export interface Revision {
	passages: PassageText[];
	/** For each unit of the old stream, its place in the new stream; -1 where it is gone. */
	newAt: Int32Array;
	/** Units of the old stream in whose place stands another name or number. */
	isOther: Uint8Array;
	/** What was done to each old passage. */
	kinds: EditKind[];
}

export function revise(text: LongText, rules: RevisionRules): Revision {
	const paragraphs = toParagraphs(text.passages);
	const kinds: EditKind[] = paragraphs.map(() => 'none');
	let revised: Paragraph[] = [];
	paragraphs.forEach((paragraph, index) => {
		const kind = rules.random() < rules.moved ? 'moved' : chooseEdit(rules);
		kinds[index] = kind;
		revised.push(...edits[kind](paragraph, rules).map((units) => ({ units, kind })));
	});
	revised = moveAndJoin(revised, rules);
	const noisy = revised.map(({ units }) => (rules.noise > 0 ? addNoise(units, rules) : units));
	return { ...trace(noisy, text.passages), kinds };
}

const weights: [EditKind, number][] = [
	['none', 0.51],
	['spelling', 0.1],
	['typography', 0.07],
	['split', 0.06],
	['joined', 0.06],
	['deleted', 0.05],
	['sentence deleted', 0.03],
	['other name', 0.03],
	['other number', 0.03],
	['look-alike beside', 0.03],
	['look-alike instead', 0.03],
];

function chooseEdit({ random }: RevisionRules): EditKind {
	let left = random();
	for (const [kind, weight] of weights) {
		left -= weight;
		if (left < 0) return kind;
	}
	return 'none';
}

function toParagraphs(passages: readonly PassageText[]): Unit[][] {
	let start = 0;
	return passages.map(({ text }) => {
		const units: Unit[] = [];
		let at = start;
		for (const character of text) {
			units.push({ character, origin: at });
			at += character.length;
		}
		start += text.length + 1;
		return units;
	});
}

function moveAndJoin(paragraphs: readonly Paragraph[], { random }: RevisionRules): Paragraph[] {
	const inOrder: Paragraph[] = [];
	let joins = false;
	for (const paragraph of paragraphs) {
		const last = inOrder.at(-1);
		if (paragraph.kind === 'moved') continue;
		if (joins && last) last.units = [...last.units, { character: ' ', origin: -1 }, ...paragraph.units];
		else inOrder.push({ ...paragraph });
		joins = paragraph.kind === 'joined';
	}
	for (const moved of paragraphs) {
		if (moved.kind === 'moved') inOrder.splice(Math.floor(random() * inOrder.length), 0, moved);
	}
	return inOrder;
}

function trace(paragraphs: readonly Unit[][], old: readonly PassageText[]): Omit<Revision, 'kinds'> {
	const oldLength = old.reduce((sum, { text }) => sum + text.length + 1, 0);
	const newAt = new Int32Array(oldLength).fill(-1);
	const isOther = new Uint8Array(oldLength);
	let start = 0;
	const passages: PassageText[] = [];
	for (const units of paragraphs) {
		const text = units.map(({ character }) => character).join('');
		if (text === '') continue;
		let at = start;
		for (const { character, origin, isOther: isOtherHere } of units) {
			if (origin >= 0 && character !== '') newAt[origin] = at;
			if (origin >= 0 && isOtherHere) isOther[origin] = 1;
			at += character.length;
		}
		passages.push({ ordinal: passages.length, text });
		start += text.length + 1;
	}
	return { passages, newAt, isOther };
}
