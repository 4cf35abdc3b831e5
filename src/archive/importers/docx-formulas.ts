import { escapeXml } from '#shared/text/escape-xml.ts';
import { FormulaLine, nothing, type Typed, token } from './formula-line.ts';
import { attribute, childElements, elementsNamed, localName, parsedXml, type XmlElement } from './xml.ts';

/** Deeper than any formula; what is in it keeps its words. */
const deepest = 64;

const line = new FormulaLine((text) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`);

/**
 * A part of a Word document with its formulas as they are typed in a line: a/b, a^2, √(a). What else stands in them, as
 * notes and what comments are about, stays where it is.
 */
export function withTypedFormulas(xml: string): string {
	const source = xml.replaceAll(/\r\n?/g, '\n');
	const root = parsedXml(source);
	if (!root) return xml;
	const pieces: string[] = [];
	let from = 0;
	for (const formula of formulasIn(root)) {
		pieces.push(source.slice(from, formula.start), new Formula(source).typed(formula, 0).written);
		from = formula.end;
	}
	return pieces.join('') + source.slice(from);
}

/** In order, those in others with these. */
function* formulasIn(root: XmlElement): Generator<XmlElement> {
	const waiting = [root];
	for (let element = waiting.pop(); element; element = waiting.pop()) {
		if (/^m:oMath(?:Para)?$/.test(element.name)) yield element;
		else for (const child of childElements(element).toReversed()) waiting.push(child);
	}
}

class Formula {
	readonly #source: string;

	constructor(source: string) {
		this.#source = source;
	}

	typed(element: XmlElement, depth: number): Typed {
		const name = localName(element);
		if (isProperties(element)) return nothing;
		if (name === 'r' && isMath(element)) return this.#run(element);
		if (depth > deepest) return line.row(elementsNamed(element, 'r').map((run) => this.#run(run)));
		if (!isMath(element)) return this.#foreign(element, depth);
		const parts = childElements(element).map(
			(child): Part => ({
				name: localName(child),
				typed: this.typed(child, depth + 1),
			}),
		);
		if (name === 'oMathPara') return line.row(belowEachOther(parts));
		const structure = structures.get(name);
		if (!structure) return line.row(parts.map(({ typed }) => typed));
		// Bookmarks and the like, which programs set within the operands, not between them.
		const between = parts.filter((part) => !operands.has(part.name));
		const operandsOf = parts.filter((part) => operands.has(part.name));
		return line.row([...between.map(({ typed }) => typed), structure(new Operands(operandsOf), element)]);
	}

	#run(run: XmlElement): Typed {
		const seen: string[] = [];
		const inner = childElements(run).map((child) => {
			const name = localName(child);
			if (name === 't') seen.push(child.text);
			if (name === 'br') seen.push('\n');
			if (!isMath(child)) return this.#source.slice(child.start, child.end);
			return name === 't' ? `<w:t xml:space="preserve">${escapeXml(child.text)}</w:t>` : '';
		});
		const text = seen.join('');
		return token(`<w:r>${inner.join('')}</w:r>`, text, isName(run, text) || undefined);
	}

	/** An element of Word's around or beside those of formulas. */
	#foreign(element: XmlElement, depth: number): Typed {
		const isDeleted = /^(?:del|moveFrom)$/.test(localName(element));
		const source = this.#source.slice(element.start, element.end);
		if (!source.includes('<m:')) {
			const seen = isDeleted ? [] : elementsNamed(element, 't');
			return token(source, seen.map(({ text }) => text).join(''));
		}
		const inner = line.row(childElements(element).map((child) => this.typed(child, depth + 1)));
		const [open, close] = [element.children[0]?.start ?? element.end, element.children.at(-1)?.end ?? element.end];
		const around = this.#source.slice(element.start, open);
		const written = around + inner.written + this.#source.slice(close, element.end);
		return isDeleted ? { ...nothing, written } : { ...inner, written };
	}
}

interface Part {
	name: string;
	typed: Typed;
}

const operands = new Set('num den e sub sup deg lim fName mr'.split(' '));

/** The parts of a structure by what they are of it. */
class Operands {
	readonly #parts: readonly Part[];

	constructor(parts: readonly Part[]) {
		this.#parts = parts;
	}

	all(name: string): Typed[] {
		return this.#parts.filter((part) => part.name === name).map(({ typed }) => typed);
	}

	one(name: string): Typed {
		return line.row(this.all(name));
	}
}

const built: Readonly<Record<string, (parts: Operands, element: XmlElement) => Typed>> = {
	f: (parts, element) =>
		line.fraction(parts.one('num'), parts.one('den'), stated(element, 'type') === 'noBar' ? '¦' : '/'),
	rad: (parts) => line.root(parts.one('deg'), parts.one('e')),
	d: (parts, element) =>
		line.fenced(
			parts.all('e'),
			[stated(element, 'begChr') ?? '(', stated(element, 'endChr') ?? ')'],
			[stated(element, 'sepChr') ?? '|'],
		),
	sSup: (parts) => line.scripted(parts.one('e'), nothing, parts.one('sup')),
	sSub: (parts) => line.scripted(parts.one('e'), parts.one('sub'), nothing),
	sSubSup: (parts) => line.scripted(parts.one('e'), parts.one('sub'), parts.one('sup')),
	sPre: (parts) => line.row([line.scripted(nothing, parts.one('sub'), parts.one('sup')), parts.one('e')]),
	limLow: (parts) => line.scripted(parts.one('e'), parts.one('lim'), nothing),
	limUpp: (parts) => line.scripted(parts.one('e'), nothing, parts.one('lim')),
	nary: (parts, element) => {
		const operator = line.said(stated(element, 'chr') ?? '∫');
		return line.row([line.scripted(operator, parts.one('sub'), parts.one('sup')), parts.one('e')]);
	},
	func: (parts) => line.named(parts.one('fName'), parts.one('e')),
	m: (parts) => line.table(parts.all('mr').map((row) => [row])),
	mr: (parts) => line.table([parts.all('e')]),
	eqArr: (parts) => line.table(parts.all('e').map((row) => [row])),
	acc: (parts, element) => line.marked(parts.one('e'), stated(element, 'chr') ?? '\u0302'),
	bar: (parts, element) => line.marked(parts.one('e'), stated(element, 'pos') === 'top' ? '\u0305' : '\u0332'),
	groupChr: (parts, element) => {
		const sign = line.said(stated(element, 'chr') ?? '⏟');
		const [below, above] = stated(element, 'pos') === 'top' ? [nothing, sign] : [sign, nothing];
		return line.scripted(parts.one('e'), below, above);
	},
};

// Names of elements are not those of what every object has.
const structures = new Map(Object.entries(built));

/** What a structure's properties say; undefined where they say nothing of it. */
function stated(element: XmlElement, name: string): string | undefined {
	const properties = childElements(element).find(isProperties);
	const found = properties && childElements(properties).find((child) => localName(child) === name);
	return found && attribute(found, 'val');
}

function isMath(element: XmlElement): boolean {
	return element.name.startsWith('m:');
}

function isProperties(element: XmlElement): boolean {
	return isMath(element) && element.name.endsWith('Pr');
}

/** Upright letters are one name: sin, max. */
function isName(run: XmlElement, text: string): boolean {
	const isUpright = stated(run, 'nor') !== undefined || stated(run, 'sty') === 'p';
	return isUpright && text.length < 40 && /^\p{L}+$/u.test(text);
}

/** Formulas of one paragraph stand each in a line. */
function belowEachOther(parts: readonly Part[]): Typed[] {
	let last = '\n';
	return parts.flatMap(({ name, typed }) => {
		const isNext = name === 'oMath' && typed.first !== '' && last !== '\n';
		last = typed.last || last;
		return isNext ? [token('<w:r><w:br/></w:r>', '\n'), typed] : [typed];
	});
}
