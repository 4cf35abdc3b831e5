import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxBetween, pageUnits } from '../domain/page-box.ts';
import { formatBox, mediaFragments, parseBox, pdfFragments, readFragment } from './region-fragment.ts';

const within = fc.integer({ min: 0, max: pageUnits });

test('every box is read as it was written', () => {
	fc.assert(
		fc.property(within, within, within, within, (x, y, otherX, otherY) => {
			const box = boxBetween({ x, y }, { x: otherX, y: otherY });
			expect(parseBox(formatBox(box))).toEqual(box);
		}),
	);
});

test('pages and parts of them are read in the spellings that other tools use', () => {
	const box = { x: 1250, y: 2000, width: 5000, height: 1000 };
	expect(readFragment(mediaFragments, 'xywh=percent:12.5,20,50,10')).toEqual({ page: null, box });
	expect(readFragment('https://www.w3.org/TR/media-frags', 't=1&xywh=percent:12.5,20,50,10')).toEqual({
		page: null,
		box,
	});
	expect(readFragment(pdfFragments, 'page=3&xywh=percent:12.5,20,50,10')).toEqual({ page: 3, box });
	expect(readFragment('http://tools.ietf.org/rfc/rfc3778', 'page=10')).toEqual({ page: 10, box: null });
});

test.each([
	[mediaFragments, 'xywh=pixel:1,2,3,4'],
	[mediaFragments, 'xywh=1,2,3,4'],
	[mediaFragments, 'xywh=percent:90,90,20,20'],
	[mediaFragments, 'xywh=percent:1,1,0,5'],
	[pdfFragments, 'page=0'],
	['http://example.org/other', 'page=1&xywh=percent:1,1,1,1'],
])('%s %s names nothing that can be used', (conformsTo, value) => {
	expect(readFragment(conformsTo, value)).toEqual({ page: null, box: null });
});
