import { listMarker } from './list-marker.ts';
import { attribute, childElements, elementsNamed, localName, type XmlElement } from './xml.ts';

interface Level {
	format: string;
	/** What is shown, with %1 … %9 for the numbers of the levels. */
	text: string;
	start: number;
	/** The style whose paragraphs stand at this level. */
	style: string;
	/** All numbers in it are shown as digits. */
	isLegal: boolean;
}

interface Numbering {
	abstractId: string;
	levels: ReadonlyMap<number, Level>;
	/** Levels that begin anew where the numbering is first used. */
	restarts: ReadonlyMap<number, number>;
}

const deepestLevel = 8;

/** How the lists of a Word document are numbered, and how far each has come. */
export class DocxNumbering {
	readonly #numberings = new Map<string, Numbering>();
	readonly #styles = new Map<string, XmlElement>();
	/** Numbers reached, by abstract numbering: lists that share one go on where the other ended. */
	readonly #counts = new Map<string, (number | undefined)[]>();
	readonly #used = new Set<string>();

	constructor(numbering: XmlElement, styles: XmlElement | null) {
		for (const style of styles ? elementsNamed(styles, 'style') : [])
			this.#styles.set(attribute(style, 'styleId'), style);
		const abstracts = new Map(
			elementsNamed(numbering, 'abstractNum').map((found) => [attribute(found, 'abstractNumId'), found]),
		);
		for (const num of childElements(numbering).filter((child) => localName(child) === 'num')) {
			const abstractId = wordValue(num, 'abstractNumId');
			const abstract = abstracts.get(abstractId);
			if (abstract) this.#numberings.set(attribute(num, 'numId'), readNumbering(num, abstractId, abstract));
		}
	}

	/**
	 * The number that stands before the next paragraph, '' where it has none to show; null for one that is not numbered, or
	 * has a bullet. Ask in the order of the text, each paragraph once.
	 */
	next(paragraphProperties: XmlElement): string | null {
		const place = this.#placeOf(paragraphProperties);
		const numbering = place && this.#numberings.get(place.id);
		const level = numbering?.levels.get(place?.level ?? 0);
		if (!place || !numbering || !level || level.format === 'bullet') return null;
		const counts = this.#counts.get(numbering.abstractId) ?? [];
		this.#counts.set(numbering.abstractId, counts);
		this.#restart(place.id, numbering, counts);
		counts[place.level] = (counts[place.level] ?? level.start - 1) + 1;
		counts.length = place.level + 1;
		return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
			const shown = numbering.levels.get(Number(digit) - 1);
			const format = level.isLegal ? 'decimal' : (shown?.format ?? 'decimal');
			return formatNumber(counts[Number(digit) - 1] ?? shown?.start ?? 1, format);
		});
	}

	#restart(id: string, { restarts }: Numbering, counts: (number | undefined)[]): void {
		if (this.#used.has(id)) return;
		this.#used.add(id);
		for (const [level, start] of restarts) counts[level] = start - 1;
	}

	/** The list and depth of a paragraph, which it has itself or from its style, or from what that is based on. */
	#placeOf(properties: XmlElement): { id: string; level: number } | null {
		const own = child(properties, 'numPr');
		const ownId = own ? wordValue(own, 'numId') : '';
		if (own && ownId !== '') return { id: ownId, level: levelOf(wordValue(own, 'ilvl')) };
		const styleId = wordValue(properties, 'pStyle');
		const seen = new Set<string>();
		for (let at = styleId; at !== '' && !seen.has(at); at = this.#baseOf(at)) {
			seen.add(at);
			const style = this.#styles.get(at);
			const inherited = style && child(style, 'pPr');
			const numbered = inherited && child(inherited, 'numPr');
			const id = numbered ? wordValue(numbered, 'numId') : '';
			if (!numbered || id === '') continue;
			const levels = [...(this.#numberings.get(id)?.levels ?? [])];
			const linked = levels.find(([, level]) => level.style === at)?.[0];
			return { id, level: linked ?? levelOf(wordValue(own ?? numbered, 'ilvl') || wordValue(numbered, 'ilvl')) };
		}
		return null;
	}

	#baseOf(styleId: string): string {
		const style = this.#styles.get(styleId);
		return style ? wordValue(style, 'basedOn') : '';
	}
}

function readNumbering(num: XmlElement, abstractId: string, abstract: XmlElement): Numbering {
	const levels = new Map<number, Level>();
	const restarts = new Map<number, number>();
	for (const level of childElements(abstract)) if (localName(level) === 'lvl') addLevel(levels, level);
	for (const override of childElements(num).filter((found) => localName(found) === 'lvlOverride')) {
		const start = wordValue(override, 'startOverride');
		if (start !== '') restarts.set(levelOf(attribute(override, 'ilvl')), wholeNumber(start, 1));
		const level = child(override, 'lvl');
		if (level) addLevel(levels, level);
	}
	return { abstractId, levels, restarts };
}

function addLevel(levels: Map<number, Level>, level: XmlElement): void {
	const legal = child(level, 'isLgl');
	levels.set(levelOf(attribute(level, 'ilvl')), {
		format: wordValue(level, 'numFmt') || 'decimal',
		text: wordValue(level, 'lvlText'),
		start: wholeNumber(wordValue(level, 'start'), 1),
		style: wordValue(level, 'pStyle'),
		isLegal: legal !== undefined && !/^(?:0|false|off)$/.test(attribute(legal, 'val')),
	});
}

function child(parent: XmlElement, name: string): XmlElement | undefined {
	return childElements(parent).find((found) => localName(found) === name);
}

/** What the child of that name says in `w:val`; '' where there is none. */
function wordValue(parent: XmlElement, name: string): string {
	const found = child(parent, name);
	return found ? attribute(found, 'val') : '';
}

function levelOf(text: string): number {
	return Math.min(deepestLevel, Math.max(0, wholeNumber(text, 0)));
}

function wholeNumber(text: string, otherwise: number): number {
	const number = Number.parseInt(text, 10);
	return Number.isSafeInteger(number) ? number : otherwise;
}

const romanTypes = new Map([
	['lowerRoman', 'i'],
	['upperRoman', 'I'],
]);
/** Letters that Word counts with; past the last one it doubles them: z, aa, bb. */
const alphabets = new Map([
	['lowerLetter', 'abcdefghijklmnopqrstuvwxyz'],
	['upperLetter', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
	['russianLower', 'абвгдежзиклмнопрстуфхцчшщэюя'],
	['russianUpper', 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ'],
]);
const mostRepeats = 30;

function formatNumber(count: number, format: string): string {
	if (format === 'none') return '';
	if (format === 'decimalZero') return String(count).padStart(2, '0');
	const roman = romanTypes.get(format);
	if (roman) return listMarker(count, roman).replace(/\.$/, '');
	const alphabet = alphabets.get(format);
	if (!alphabet || count < 1 || count > alphabet.length * mostRepeats) return String(count);
	const letter = alphabet[(count - 1) % alphabet.length] ?? '';
	return letter.repeat(Math.floor((count - 1) / alphabet.length) + 1);
}
