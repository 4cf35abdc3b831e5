import { expect, test } from 'vitest';
import { SignedText, TextSigns } from './text-signs.ts';

const signs = new TextSigns();
const signFor = signs.sign.bind(signs);
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

test('signs leave no trace in the words, not between spaces nor at the edges', () => {
	const [start, end] = [signFor('start', 'a'), signFor('end', 'a')];
	const text = new SignedText([paragraph(`${start} alpha ${end} beta ${signFor('at', 'b')}`), paragraph(start)], signs);
	expect(text.blocks).toEqual([paragraph('alpha beta')]);
	expect(signs.without(`al${start}pha`)).toBe('alpha');
});

test('words that begin where a passage ends begin with the next one, and end with the one before', () => {
	const text = new SignedText(
		[
			paragraph(`alpha${signFor('start', 'a')}`),
			{ kind: 'rule', text: '' },
			paragraph('beta'),
			paragraph(`${signFor('end', 'a')}gamma`),
		],
		signs,
	);
	expect(text.rangeOf('a')).toEqual({ startOrdinal: 2, startOffset: 0, endOrdinal: 2, endOffset: 4 });
});

test('a place in no passage is the next one, or the last, and one that is nowhere is none', () => {
	const text = new SignedText([paragraph('alpha'), paragraph(signFor('at', 'a')), paragraph('beta')], signs);
	expect(text.rangeOf('a')).toEqual({ startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 4 });
	const last = new SignedText([paragraph('alpha'), paragraph(signFor('at', 'a'))], signs);
	expect(last.rangeOf('a')).toEqual({ startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 5 });
	expect(text.rangeOf('b')).toBeNull();
	expect(new SignedText([paragraph(signFor('at', 'a'))], signs).rangeOf('a')).toBeNull();
});

test('characters that a text has of its own are no signs, also where it forges them', () => {
	const forged = new TextSigns().sign('start', 'a');
	const words = [' Paid \ufdd0not\ufdd1 in full ', `alpha ${forged}beta`, '\ufdd00-a\ufdd1'];
	const text = new SignedText([...words.map(paragraph), paragraph(`gamma ${signFor('at', 'a')}`)], signs);
	expect(text.blocks.map((block) => block.text)).toEqual([...words, 'gamma']);
	expect(text.rangeOf('a')).toMatchObject({ startOrdinal: 3, endOffset: 5 });
});

test('marks stay on their words where a sign between two spaces goes with one of them', () => {
	const words = `First sentence. ${signFor('end', 'a')} Second bold ${signFor('at', 'b')} end`;
	const at = words.indexOf('bold');
	const marks = [
		{ start: at, end: at + 4, kind: 'strong' as const },
		{ start: at + 5, end: words.length, kind: 'emphasis' as const },
	];
	const { blocks } = new SignedText([{ ...paragraph(words), marks }], signs);
	expect(blocks[0]?.text).toBe('First sentence. Second bold end');
	expect(blocks[0]?.marks?.map(({ start, end }) => blocks[0]?.text.slice(start, end))).toEqual(['bold', 'end']);
});

test('marks that begin in the space before or after a sign, or at the edge, keep to their words', () => {
	const words = `${signFor('start', 'a')} alpha ${signFor('end', 'a')} beta`;
	const text = 'alpha beta';
	for (const [word, before] of [
		['alpha', 1],
		['beta', 1],
		['beta', 0],
		['alpha', 0],
	] as const) {
		const start = words.indexOf(word) - before;
		const marked = [{ start, end: words.indexOf(word) + word.length, kind: 'strong' as const }];
		const { blocks } = new SignedText([{ ...paragraph(words), marks: marked }], signs);
		expect(blocks).toEqual([
			{
				...paragraph(text),
				marks: [{ start: text.indexOf(word), end: text.indexOf(word) + word.length, kind: 'strong' }],
			},
		]);
	}
});
