import { expect, test } from 'vitest';
import { signComments } from './docx-comments.ts';
import { TextSigns } from './text-signs.ts';

const signs = new TextSigns();
const sign = (...named: Parameters<TextSigns['sign']>) => `<w:t>${signs.sign(...named)}</w:t>`;

test('comments are found by their numbers in whatever quotation marks, beside other attributes', () => {
	const start = `<w:commentRangeStart w:displacedByCustomXml='next' w:id='7'/>`;
	const reference = '<w:commentReference w:id = "-1" w:other="a>b"/>';
	expect(signComments(start + reference, signs)).toBe(
		`<w:r>${sign('start', '7')}</w:r>${start}${sign('at', '-1')}${reference}`,
	);
	const others = '<w:commentRangeStart/><w:commentRangeEnd w:idx="1"/><w:commentReferences w:id="1"/>';
	expect(signComments(others, signs)).toBe(others);
});

test('elements without end, or with very many spaces, cost no more than their length', () => {
	const open = '<w:commentRangeStart '.repeat(200_000);
	expect(signComments(open, signs)).toBe(open);
	const wide = `<w:commentRangeEnd${' '.repeat(100_000)} w:idx="1"/>`;
	expect(signComments(wide, signs)).toBe(wide);
	const spaced = `<w:commentRangeEnd${' w:id'.repeat(20_000)}${' '.repeat(100_000)}/>`;
	expect(signComments(spaced, signs)).toBe(spaced);
});
