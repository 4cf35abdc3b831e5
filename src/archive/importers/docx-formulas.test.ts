import { expect, test } from 'vitest';
import { readDocument } from './registry.ts';
import { docxOf } from './test-processes/made-documents.ts';

async function blocksOf(formula: string) {
	const namespace = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
	const bytes = await docxOf(
		`<w:p><w:r><w:t xml:space="preserve">alpha </w:t></w:r><m:oMathPara ${namespace}>${formula}</m:oMathPara></w:p>`,
	);
	return (await readDocument(bytes, { fileName: 'a.docx' })).blocks;
}

const typed = async (formula: string) =>
	(await blocksOf(`<m:oMath>${formula}</m:oMath>`))[0]?.text.replace('alpha ', '');

const val = (name: string, value: string) => `<m:${name} m:val="${value}"/>`;
const r = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const upright = (text: string) => `<m:r><m:rPr>${val('sty', 'p')}</m:rPr><m:t>${text}</m:t></m:r>`;
/** An element of formulas with its properties and its operands, in order. */
function m(name: string, inner: readonly (readonly [string, string])[], properties = ''): string {
	const operands = inner.map(([part, content]) => `<m:${part}>${content}</m:${part}>`);
	return `<m:${name}><m:${name}Pr>${properties}<m:ctrlPr/></m:${name}Pr>${operands.join('')}</m:${name}>`;
}
const fraction = (above: string, below: string, properties = '') =>
	m(
		'f',
		[
			['num', above],
			['den', below],
		],
		properties,
	);
const row = (...cells: string[]) => `<m:mr>${cells.map((cell) => `<m:e>${cell}</m:e>`).join('')}</m:mr>`;
const matrix = `<m:m>${row(r('1'), r('2'))}${row(r('3'), r('a+b'))}</m:m>`;

test.each([
	['numerators and denominators', fraction(r('a+b'), r('2c')), '(a+b)/(2c)'],
	['fractions in one another', fraction(fraction(r('a'), r('b')), r('c')), '(a/b)/c'],
	['what follows or goes before', r('2') + fraction(r('1'), r('2')) + r('x'), '2 1/2 x'],
	['a fraction without bar', m('d', [['e', fraction(r('n'), r('k'), val('type', 'noBar'))]]), '(n¦k)'],
	[
		'indices',
		m('sSubSup', [
			['e', r('x')],
			['sub', r('i+1')],
			['sup', r('2')],
		]),
		'x_(i+1)^2',
	],
	[
		'names',
		m('sSub', [
			['e', r('x')],
			['sub', upright('max')],
		]),
		'x_max',
	],
	[
		'a base',
		m('sSup', [
			['e', fraction(r('a'), r('b'))],
			['sup', r('2')],
		]),
		'(a/b)^2',
	],
	[
		'scripts before',
		m('sPre', [
			['sub', r('6')],
			['sup', r('14')],
			['e', r('C')],
		]),
		'_6^14 C',
	],
	[
		'a sum',
		m(
			'nary',
			[
				['sub', r('i=1')],
				['sup', r('n')],
				['e', r('x')],
			],
			val('chr', '∑'),
		),
		'∑_(i=1)^n x',
	],
	[
		'an integral',
		m('nary', [
			['sub', ''],
			['sup', ''],
			['e', r('x')],
		]),
		'∫x',
	],
	[
		'roots',
		m('rad', [
			['deg', r('3')],
			['e', r('a+b')],
		]) +
			m('rad', [
				['deg', ''],
				['e', r('c')],
			]),
		'√[3](a+b)√(c)',
	],
	[
		'fences',
		m(
			'd',
			[
				['e', r('a')],
				['e', r('b')],
			],
			val('begChr', '&lt;') + val('endChr', '') + val('sepChr', ','),
		),
		'<a,b',
	],
	['a matrix', m('d', [['e', matrix]], val('begChr', '[') + val('endChr', ']')), '[1, 2; 3, a+b]'],
	[
		'equations',
		m('eqArr', [
			['e', r('x=1')],
			['e', r('y=2')],
		]),
		'x=1; y=2',
	],
	[
		'functions',
		m('func', [
			['fName', upright('sin')],
			['e', r('x')],
		]),
		'sin x',
	],
	[
		'limits',
		m('limLow', [
			['e', upright('lim')],
			['lim', r('x→0')],
		]),
		'lim_(x→0)',
	],
	[
		'signs over letters',
		m('acc', [['e', r('x')]]) + m('bar', [['e', r('ab')]], val('pos', 'top')),
		'x\u0302(ab)\u0305',
	],
	[
		'what is not known',
		`${m('constructor', [['news', r('beta')]])}<w:ins>${r('gamma')}</w:ins><w:del>${r('delta')}</w:del>`,
		'betagamma',
	],
])('%s', async (_, formula, text) => {
	expect(await typed(formula)).toBe(text);
});

test('formulas of one paragraph stand in lines, formatting is kept', async () => {
	const bold = '<m:r><w:rPr><w:b/></w:rPr><m:t>c</m:t></m:r>';
	const [block] = await blocksOf(`<m:oMath>${r('a=b')}</m:oMath><m:oMath>${bold}</m:oMath>`);
	expect(block).toMatchObject({ text: 'alpha a=b\nc', marks: [{ kind: 'strong', start: 10, end: 11 }] });
});

test('what is deeper than any formula keeps its words', async () => {
	let formula = r('a');
	for (let depth = 0; depth < 200; depth += 1) formula = m('box', [['e', formula]]);
	expect(await typed(formula)).toBe('a');
});
