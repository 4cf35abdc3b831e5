import { listMarker } from './list-marker.ts';
import { type NumberFormat, type OdtStyles, wholeNumber } from './odt-styles.ts';
import { attribute, type XmlElement } from './xml.ts';

interface OpenList {
	style: string;
	format: NumberFormat;
	count: number;
}

/** Counts the items of lists as the document does, so that each carries the number that its readers cite. */
export class OdtLists {
	readonly #styles: OdtStyles;
	readonly #open: OpenList[] = [];
	/** Where the last list of a style and depth ended: the next may go on from there. */
	readonly #ended = new Map<string, number>();

	constructor(styles: OdtStyles) {
		this.#styles = styles;
	}

	/** Opens a list inside those that are open; `markers` is to be asked for each item in order, `end` closes it. */
	begin(element: XmlElement): { isNumbered: boolean; markers(item: XmlElement): string; end(): void } {
		const depth = this.#open.length + 1;
		const style = attribute(element, 'style-name') || (this.#open.at(-1)?.style ?? '');
		const format = this.#styles.numberFormat(style, depth);
		const goesOn = attribute(element, 'continue-numbering') === 'true' || attribute(element, 'continue-list') !== '';
		const key = `${depth} ${style}`;
		const count = (goesOn ? this.#ended.get(key) : undefined) ?? (format?.start ?? 1) - 1;
		const list: OpenList = { style, format, count };
		this.#open.push(list);
		return {
			isNumbered: format !== null,
			markers: (item) => {
				list.count = wholeNumber(attribute(item, 'start-value'), list.count + 1);
				return this.#marker();
			},
			end: () => {
				this.#ended.set(key, list.count);
				this.#open.pop();
			},
		};
	}

	#marker(): string {
		const format = this.#open.at(-1)?.format;
		if (!format) return '';
		const shown = this.#open.slice(-format.levels).filter((list) => list.format !== null);
		const numbers = shown.map((list) => listMarker(list.count, list.format?.type ?? '1').replace(/\.$/, ''));
		return `${format.prefix}${numbers.join('.')}${format.suffix}`;
	}
}
