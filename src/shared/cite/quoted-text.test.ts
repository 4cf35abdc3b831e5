import { describe, expect, test } from 'vitest';
import { inQuotationMarks } from './quotation-marks.ts';
import { quotedHtml, quotedText } from './quoted-text.ts';

const quoted = {
	words: 'Альфа <b>\nбета “гамма”',
	language: 'ru',
	reference: 'Sample, <lectern:0/record/1>.',
	address: 'lectern:0/record/1',
};

describe('a quotation with its reference', () => {
	test('is plain text in the marks of its language, verbatim within', () => {
		expect(quotedText(quoted)).toBe('«Альфа <b>\nбета “гамма”»\n— Sample, <lectern:0/record/1>.');
	});
	test('is HTML that holds no markup of the text, with its language', () => {
		expect(quotedHtml(quoted)).toBe(
			'<blockquote lang="ru" dir="auto"><p>«Альфа &lt;b&gt;</p><p>бета “гамма”»</p></blockquote>' +
				'<p dir="ltr">Sample, &lt;lectern:0/record/1&gt;.</p>',
		);
	});
	test('has the address behind a reference that does not hold it', () => {
		expect(quotedText({ ...quoted, reference: 'Sample, ¶ 1.' })).toMatch(/¶ 1\.\nlectern:0\/record\/1$/);
		expect(quotedHtml({ ...quoted, reference: 'Sample, ¶ 1.' })).toMatch(/¶ 1\.<br>lectern:0\/record\/1<\/p>$/);
	});
	test('of a record as a whole is the reference alone', () => {
		expect(quotedText({ ...quoted, words: '', reference: 'Sample.', address: '' })).toBe('Sample.');
		expect(quotedHtml({ ...quoted, words: '', reference: 'Sample.', address: '' })).toBe('<p dir="ltr">Sample.</p>');
	});
});

test.each([
	['en', '“x”'],
	['ru', '«x»'],
	['hy', '«x»'],
	['fr', '«\u00a0x\u00a0»'],
	['ka', '„x“'],
	['az-Cyrl', '«x»'],
	['', '“x”'],
	['xx', '“x”'],
])('in %s words stand as %s', (language, marked) => {
	expect(inQuotationMarks('x', language)).toBe(marked);
});
