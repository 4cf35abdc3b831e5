import { attribute, elementsNamed, parsedXml, type XmlElement } from '../xml.ts';
import { type Relations, relationIdOf } from './relations.ts';
import { textOf } from './slide-text.ts';

type ReadPart = (name: string) => Promise<string>;

/** Whether a drawing has its words in a part of its own, as diagrams (SmartArt) and charts do. */
export function hasDrawnWords(drawing: XmlElement): boolean {
	return diagramOf(drawing) !== undefined || chartOf(drawing) !== undefined;
}

/**
 * The words of a diagram, a line for each paragraph in the order in which they were written, or of a chart: its title, the
 * names of its series, and a line for each category with its values.
 */
export async function drawnWords(drawing: XmlElement, relations: Relations, read: ReadPart): Promise<string[]> {
	const [diagram, chart] = [diagramOf(drawing), chartOf(drawing)];
	const id = diagram ? attribute(diagram, 'dm') : chart ? relationIdOf(chart) : '';
	const target = relations.get(id)?.target;
	const root = target === undefined ? null : parsedXml(await read(target));
	if (!root) return [];
	const lines = diagram ? linesOfDiagram(root) : linesOfChart(root);
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function diagramOf(drawing: XmlElement): XmlElement | undefined {
	return elementsNamed(drawing, 'relIds')[0];
}

/** An element of that name that refers to a part: `c:chart` is the root of the part too. */
function chartOf(drawing: XmlElement): XmlElement | undefined {
	return elementsNamed(drawing, 'chart').find((chart) => relationIdOf(chart) !== '');
}

function linesOfDiagram(root: XmlElement): string[] {
	return elementsNamed(root, 'pt').flatMap((point) => elementsNamed(point, 'p').map(textOf));
}

function linesOfChart(root: XmlElement): string[] {
	const titles = elementsNamed(root, 'title').flatMap((title) => elementsNamed(title, 'p').map(textOf));
	const series = elementsNamed(root, 'ser').map((one) => ({
		name: pointsOf(one, 'tx').get(0) ?? '',
		categories: new Map([...pointsOf(one, 'cat'), ...pointsOf(one, 'xVal')]),
		values: new Map([...pointsOf(one, 'val'), ...pointsOf(one, 'yVal')]),
	}));
	const [first] = series;
	const places = [...new Set(series.flatMap(({ values }) => [...values.keys()]))].sort((one, other) => one - other);
	const rows = places.map((at) => [first?.categories.get(at), ...series.map(({ values }) => values.get(at))]);
	return [
		...titles,
		series.map(({ name }) => name).join('\t'),
		...rows.map((row) => row.map((cell) => cell ?? '').join('\t')),
	];
}

/** What the file has kept of the cells that an axis or a series is drawn from, by their number. */
function pointsOf(series: XmlElement, name: string): Map<number, string> {
	const points = elementsNamed(series, name).flatMap((axis) => elementsNamed(axis, 'pt'));
	return new Map(
		points.map((point) => [Number(attribute(point, 'idx')), shown(elementsNamed(point, 'v')[0]?.text ?? '')]),
	);
}

/** Numbers are kept as computers hold them: 4.2999999999999998 for 4.3. */
function shown(value: string): string {
	return /^-?\d+[.]\d{12,}$/.test(value) ? String(Number(value)) : value;
}
