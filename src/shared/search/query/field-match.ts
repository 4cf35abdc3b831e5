import type { DocumentFacts } from '../index-part.ts';
import { daysOf, overlaps } from './date-days.ts';
import { foldedWords, holdingsOf, placesOf } from './field-values.ts';
import type { FieldNode } from './query-tree.ts';

/** Whether a document, or the record that it belongs to, has the property that a field asks for. */
export type FieldTest = (facts: DocumentFacts) => boolean;

/** A property of the record holds for all that belongs to it; a note has an author and tags of its own. */
export function fieldTest(node: FieldNode): FieldTest {
	switch (node.field) {
		case 'kind': {
			const isKind = valueTest(node);
			return ({ owner }) => isKind(owner.owner.recordKind);
		}
		case 'lang': {
			const isLanguage = valueTest(node);
			return ({ document }) => isLanguage(document.language || 'und');
		}
		case 'date':
			return dateTest(node);
		case 'by': {
			const isBy = valueTest(node);
			return ({ document, owner }) =>
				document.kind === 'note' ? isBy(document.author ?? '') : (owner.owner.creators ?? []).some(isBy);
		}
		case 'tag': {
			const isTag = valueTest(node);
			return ({ document, owner }) => (owner.owner.tags ?? []).some(isTag) || (document.tags ?? []).some(isTag);
		}
		case 'in': {
			const places: readonly string[] = placesOf(node);
			return ({ document }) => places.includes(document.kind);
		}
		case 'holding': {
			const holdings = holdingsOf(node);
			return ({ owner }) => holdings.includes(owner.owner.holding);
		}
	}
}

/** Whether a kind, a language, a person or a tag is what the field asks for. */
export function valueTest(node: FieldNode): (value: string) => boolean {
	if (node.field === 'lang') return languageTest(node);
	return wordTest(node, node.field === 'by' ? 'part' : 'whole');
}

function dateTest({ value }: FieldNode): FieldTest {
	const wanted = daysOf(value, true) ?? [];
	const isWanted = remembered((edtf: string) => edtf !== '' && overlaps(wanted, daysOf(edtf, false) ?? []));
	return ({ owner }) => isWanted(owner.owner.dateEdtf);
}

/** As language ranges go: `hy` is every Armenian, `hy-arevmda` only Western. */
function languageTest({ value, isPrefix, isUnfinished }: FieldNode): (language: string) => boolean {
	const wanted = value.toLowerCase();
	const isOpen = isPrefix || isUnfinished;
	return remembered((language) => {
		const given = language.toLowerCase();
		return given === wanted || given.startsWith(isOpen ? wanted : `${wanted}-`);
	});
}

/** The words of the value in sequence, as all of a text's words or as some of them; compared folded. */
function wordTest({ value, isPrefix, isUnfinished }: FieldNode, extent: 'whole' | 'part'): (text: string) => boolean {
	const wanted = foldedWords(value);
	const isOpen = isPrefix || isUnfinished;
	const answers = (word: string | undefined, at: number): boolean => {
		const term = wanted[at] ?? '';
		return word === term || (isOpen && at === wanted.length - 1 && word?.startsWith(term) === true);
	};
	return remembered((text) => {
		const words = foldedWords(text);
		const isAt = (start: number) => wanted.every((_, at) => answers(words[start + at], at));
		if (extent === 'whole') return isAt(0) && (isOpen || words.length === wanted.length);
		return words.some((_, start) => isAt(start));
	});
}

/** Properties repeat from document to document. */
function remembered(test: (text: string) => boolean): (text: string) => boolean {
	const known = new Map<string, boolean>();
	return (text) => {
		let answer = known.get(text);
		if (answer === undefined) {
			answer = test(text);
			known.set(text, answer);
		}
		return answer;
	};
}
