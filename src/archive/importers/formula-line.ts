/** A part of a formula as it is typed in a line. */
export interface Typed {
	/** As it is written out: text, or the XML that has it. */
	readonly written: string;
	/** The characters that it begins and ends with; '' for one that shows nothing. */
	readonly first: string;
	readonly last: string;
	/** Whether it needs no brackets: one letter, number or sign, or what has brackets of its own. */
	readonly isOne: boolean;
	/** Whether it was built, with signs between its parts that tell how they belong together. */
	readonly isBuilt: boolean;
}

export const nothing: Typed = { written: '', first: '', last: '', isOne: true, isBuilt: false };

/** More than a number has digits. */
const longestOne = 40;

/** Words of a formula; `isOne` where it is known that they are one name or number. */
export function token(written: string, seen: string, isOne = isOneToken(seen)): Typed {
	const [first, last] = [[...seen.slice(0, 2)][0] ?? '', [...seen.slice(-2)].at(-1) ?? ''];
	return { written, first, last, isOne, isBuilt: false };
}

function isOneToken(seen: string): boolean {
	return seen.length <= longestOne && /^(?:.\p{M}*|\p{N}+(?:[.,]\p{N}+)*)?$/u.test(seen.trim());
}

/**
 * Types formulas in a line so that they stay the same ones: (a+b)/(2c), x_(i+1)^2, √[3](x), [1, 2; 3, 4]. Where each sign
 * that it sets between goes, `sign` says.
 */
export class FormulaLine {
	readonly #sign: (text: string) => string;

	constructor(sign: (text: string) => string = (text) => text) {
		this.#sign = sign;
	}

	/** Parts side by side. A space keeps apart what would join into another number, or a denominator or index. */
	row(parts: readonly Typed[]): Typed {
		const shown = parts.filter(({ first }) => first !== '');
		let before: Typed | undefined;
		const written = parts.map((part) => {
			if (part.first === '') return part.written;
			const gap = before && needsGap(before, part) ? this.#sign(' ') : '';
			before = part;
			return gap + part.written;
		});
		return {
			written: written.join(''),
			first: shown[0]?.first ?? '',
			last: shown.at(-1)?.last ?? '',
			isOne: shown.length === 0 || (shown.length === 1 && shown[0]?.isOne === true),
			isBuilt: shown.some(({ isBuilt }) => isBuilt),
		};
	}

	fraction(above: Typed, below: Typed, bar = '/'): Typed {
		return this.#built([this.grouped(above), this.said(bar), this.grouped(below)]);
	}

	/** What stands below and above, at the foot and head of a base. */
	scripted(base: Typed, below: Typed, above: Typed): Typed {
		const script = (sign: string, part: Typed) => (part.first === '' ? [part] : [this.said(sign), this.grouped(part)]);
		return this.#built([base.isBuilt ? this.grouped(base) : base, ...script('_', below), ...script('^', above)]);
	}

	root(degree: Typed, radicand: Typed): Typed {
		const index = degree.first === '' ? [degree] : [this.said('['), degree, this.said(']')];
		return this.#whole([this.said('√'), ...index, this.said('('), radicand, this.said(')')]);
	}

	/** In brackets, or other signs around; `between` are those between the parts, of which the last goes on. */
	fenced(parts: readonly Typed[], [open, close]: readonly [string, string], between: readonly string[]): Typed {
		const inner = parts.flatMap((part, at) =>
			at === 0 ? [part] : [this.said(between[at - 1] ?? between.at(-1) ?? ''), part],
		);
		const fenced = [this.said(open), ...inner, this.said(close)];
		return open === '' || close === '' ? this.#built(fenced) : this.#whole(fenced);
	}

	/** Rows of cells. */
	table(rows: readonly (readonly Typed[])[]): Typed {
		const lines = rows.map((cells) => this.#apart(cells, ', '));
		return this.#apart(lines, '; ');
	}

	/** A function and what it is of. */
	named(name: Typed, of: Typed): Typed {
		const isApart = /[\p{L}\p{N}]/u.test(name.last) && /[\p{L}\p{N}]/u.test(of.first);
		return this.row(isApart && !name.isBuilt ? [name, this.said(' '), of] : [name, of]);
	}

	/** With a sign over or under it, which joins the letter before. */
	marked(base: Typed, mark: string): Typed {
		if (!/^\p{M}/u.test(mark)) return this.scripted(base, nothing, this.said(mark));
		return this.#whole([this.grouped(base), this.said(mark)]);
	}

	/** In brackets if it is more than one thing. */
	grouped(part: Typed): Typed {
		return part.isOne ? part : this.#whole([this.said('('), part, this.said(')')]);
	}

	/** A sign that the file has in another way than as words. */
	said(text: string): Typed {
		return text === '' ? nothing : token(this.#sign(text), text);
	}

	#apart(parts: readonly Typed[], between: string): Typed {
		if (parts.length === 1) return parts[0] as Typed;
		return this.#built(parts.flatMap((part, at) => (at === 0 ? [part] : [this.said(between), part])));
	}

	#built(parts: readonly Typed[]): Typed {
		return { ...joined(parts), isOne: false, isBuilt: true };
	}

	#whole(parts: readonly Typed[]): Typed {
		return { ...joined(parts), isOne: true, isBuilt: false };
	}
}

function joined(parts: readonly Typed[]): Pick<Typed, 'written' | 'first' | 'last'> {
	const shown = parts.filter(({ first }) => first !== '');
	return {
		written: parts.map(({ written }) => written).join(''),
		first: shown[0]?.first ?? '',
		last: shown.at(-1)?.last ?? '',
	};
}

function needsGap(before: Typed, part: Typed): boolean {
	if (before.isBuilt && /[\p{L}\p{N}]/u.test(before.last) && /[\p{L}\p{N}]/u.test(part.first)) return true;
	return part.isBuilt && /\p{N}/u.test(before.last) && /\p{N}/u.test(part.first);
}
