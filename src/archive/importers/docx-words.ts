import { escapeXml } from '#shared/text/escape-xml.ts';
import { withTypedFormulas } from './docx-formulas.ts';
import { drawnWords, hasDrawnWords } from './office/drawn-words.ts';
import type { Relations } from './office/relations.ts';
import { attribute, elementsNamed, localName, parsedXml, type XmlElement } from './xml.ts';

/** What the words of a part may lie in, besides the part. */
export interface AroundPart {
	relations(): Promise<Relations>;
	read(name: string): Promise<string>;
}

/** Where words stand that mammoth passes over and that are not to be had by other names of elements. */
const apart = /<w:ddList|:relIds\s|:chart\s|<w:txbxContent/;

/**
 * A part of a Word document in which the words that mammoth passes over stand where it reads them: in fields, runs of one
 * direction and ruby, which only wrap them, in formulas, chosen in lists of forms, in diagrams, charts, and text boxes that
 * have no older rendering.
 */
export async function withAllWords(part: string, around: AroundPart): Promise<string> {
	const xml = renamed(part);
	if (!apart.test(xml)) return xml;
	const source = xml.replaceAll(/\r\n?/g, '\n');
	const root = parsedXml(source);
	if (!root) return xml;
	const additions = [...choices(root), ...boxes(root, source), ...(await drawings(root, around))];
	let end = 0;
	const pieces = additions
		.sort((one, other) => one.at - other.at)
		.flatMap(({ at, words }) => {
			const before = source.slice(end, at);
			end = at;
			return [before, words];
		});
	return pieces.join('') + source.slice(end);
}

function renamed(xml: string): string {
	const wrapped = xml.replaceAll(/(<\/?)w:(?:fldSimple|bdo|dir|ruby|rubyBase)(?=[\s/>])/g, '$1w:smartTag');
	const broken = wrapped.replaceAll(/<w:cr(?=[\s/>])/g, '<w:br').replaceAll(/<w:ptab(?=[\s/>])/g, '<w:tab');
	return broken.includes('<m:oMath') ? withTypedFormulas(broken) : broken;
}

interface Addition {
	at: number;
	words: string;
}

/** What was chosen in the lists of a form, after the run that they begin in. */
function choices(root: XmlElement): Addition[] {
	return elementsNamed(root, 'ddList').flatMap((list) => {
		const entries = elementsNamed(list, 'listEntry').map((entry) => attribute(entry, 'val'));
		const chosen = ['result', 'default'].flatMap((name) => elementsNamed(list, name))[0];
		const run = ancestorsOf(list).find((element) => localName(element) === 'r');
		const words = entries[Number((chosen && attribute(chosen, 'val')) ?? 0)];
		return run && words ? [{ at: run.end, words: `<w:r><w:t>${escapeXml(words)}</w:t></w:r>` }] : [];
	});
}

/** Of two renderings mammoth reads the older: where only the newer has the words, they are set beside it. */
function boxes(root: XmlElement, source: string): Addition[] {
	return elementsNamed(root, 'txbxContent').flatMap((box) => {
		const around = ancestorsOf(box);
		if (around.some((element) => localName(element) === 'txbxContent' || localName(element) === 'pict')) return [];
		const alternatives = around.findLast((element) => localName(element) === 'AlternateContent');
		if (alternatives && elementsNamed(alternatives, 'Fallback').some(hasBox)) return [];
		const outer = alternatives ?? around.findLast((element) => localName(element) === 'drawing');
		const words = `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${source.slice(box.start, box.end)}</v:textbox></w:pict>`;
		return outer ? [{ at: outer.end, words }] : [];
	});
}

function hasBox(fallback: XmlElement): boolean {
	return elementsNamed(fallback, 'txbxContent').length > 0;
}

async function drawings(root: XmlElement, { relations, read }: AroundPart): Promise<Addition[]> {
	const found: Addition[] = [];
	for (const drawing of elementsNamed(root, 'drawing')) {
		if (!hasDrawnWords(drawing)) continue;
		const lines = await drawnWords(drawing, await relations(), read);
		const words = lines.map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t><w:br/>`);
		const outer = ancestorsOf(drawing).findLast((element) => localName(element) === 'AlternateContent') ?? drawing;
		found.push({ at: outer.end, words: words.join('') });
	}
	return found;
}

/** From the nearest outwards. */
function ancestorsOf(element: XmlElement): XmlElement[] {
	const found: XmlElement[] = [];
	for (let above = element.parent; above && 'name' in above; above = above.parent) found.push(above as XmlElement);
	return found;
}
