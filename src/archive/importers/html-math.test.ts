import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { blocksOfHtml } from './html-blocks.ts';
import { typeFormulas } from './html-math.ts';

function typed(formula: string): string {
	const page = unified().use(rehypeParse).parse(`<p><math>${formula}</math></p>`);
	typeFormulas(page);
	return blocksOfHtml(page, 'en')
		.map(({ text }) => text)
		.join('\n');
}

const row = (...parts: string[]) => `<mrow>${parts.join('')}</mrow>`;
const [a, b, c, x, i] = [...'abcxi'].map((name) => `<mi>${name}</mi>`) as [string, string, string, string, string];
const [one, two, three, plus] = ['<mn>1</mn>', '<mn>2</mn>', '<mn>3</mn>', '<mo>+</mo>'];
const sum = row(a, plus, b);

test.each([
	['numerators and denominators', `<mfrac>${sum}${row(two, c)}</mfrac>`, '(a+b)/(2c)'],
	['fractions in one another', `<mfrac><mfrac>${a}${b}</mfrac>${c}</mfrac>`, '(a/b)/c'],
	['what follows or goes before', `${two}<mfrac>${one}${two}</mfrac>${x}`, '2 1/2 x'],
	['indices and exponents', `<msubsup>${x}${row(i, plus, one)}${row(two, a)}</msubsup>`, 'x_(i+1)^(2a)'],
	['a base', `<msup><mfrac>${a}${b}</mfrac>${two}</msup>`, '(a/b)^2'],
	['names', `<msub>${x}<mi>max</mi></msub>`, 'x_max'],
	['numbers with a sign', `<msup>${x}<mn>-2</mn></msup>`, 'x^(-2)'],
	['limits', `<munderover><mo>∑</mo>${row(i, '<mo>=</mo>', one)}${a}</munderover>${x}`, '∑_(i=1)^a x'],
	['roots', `<mroot>${sum}${three}</mroot><msqrt>${a}${plus}${b}</msqrt>`, '√[3](a+b)√(a+b)'],
	[
		'fences',
		`<mi>f</mi><mfenced>${a}${b}${c}</mfenced><mfenced open="[" close=")" separators=";,">${a}${b}${c}</mfenced>`,
		'f(a,b,c)[a;b,c)',
	],
	[
		'tables',
		`<mo>[</mo><mtable><mtr><mtd>${one}</mtd><mtd>${two}</mtd></mtr><mtr><mtd>${three}</mtd><mtd>${sum}</mtd></mtr></mtable><mo>]</mo>`,
		'[1, 2; 3, a+b]',
	],
	[
		'scripts around',
		`<mmultiscripts>${x}${a}${b}<mprescripts></mprescripts>${one}<none></none></mmultiscripts>`,
		'_1 x_a^b',
	],
	['a fraction without bar', `<mfrac linethickness="0">${a}${b}</mfrac>`, 'a¦b'],
	['signs that are not seen', `<mi>sin</mi><mo>&#x2061;</mo>${row(two, '<mo>&#x2062;</mo>', x)}`, 'sin 2x'],
	[
		'text of no element, and unknown elements',
		`alpha ${row('beta')}<constructor>${a}gamma</constructor>`,
		'alpha betaagamma',
	],
	['elements in words', `<mtext>if <b>delta</b>&nbsp;</mtext>${x}`, 'if delta x'],
	['words in a structure', `<mfrac>${a}${b}epsilon</mfrac>`, 'a/b epsilon'],
])('%s', (_, formula, text) => {
	expect(typed(formula)).toBe(text);
});

test('what is deeper than any formula keeps its words', () => {
	const deep = `${'<mrow>'.repeat(90)}<mi>a</mi><mfrac>${a}${b}</mfrac>${'</mrow>'.repeat(90)}`;
	expect(typed(deep)).toBe('aab');
	const rows = `${'<mtable><mtr><mtd>'.repeat(200)}${a}${'</mtd></mtr></mtable>'.repeat(200)}`;
	expect(typed(rows)).toBe('a');
});
