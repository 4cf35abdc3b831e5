import { withInnerMarks } from '../text/inner-marks.ts';

type Values = Readonly<Record<string, string | number>>;

const closingOf: Readonly<Record<string, string>> = { '“': '”', '«': '»' };
const marks = /[“”«»]/;

/** Where a value begins and ends while its sentence is put together: noncharacters, which no text may hold. */
const begin = '\ufdd0';
const end = '\ufdd1';
const parts = new RegExp(`${begin}([^${end}]*)${end}|[“”«»]`, 'g');

/**
 * The sentence that `say` makes of `values`, where those that it sets between quotation marks have no such marks of their
 * own: they have the ones of the second level. Marks that the sentence sets around nothing of these stay as they are.
 */
export function nestedMarks(values: Values, say: (values: Values) => string): string {
	const marked = Object.entries(values).filter(([, value]) => typeof value === 'string' && marks.test(value));
	// Nearly always, and a sentence is said for every row of a list.
	if (marked.length === 0) return say(values);
	const told = say({
		...values,
		...Object.fromEntries(marked.map(([name, value]) => [name, `${begin}${value}${end}`])),
	});
	const around: string[] = [];
	return told.replace(parts, (part: string, value?: string) => {
		const outer = around.at(-1);
		if (value !== undefined) return outer === undefined ? value : withInnerMarks(value, outer, closingOf[outer] ?? '');
		if (part in closingOf) around.push(part);
		else around.pop();
		return part;
	});
}
