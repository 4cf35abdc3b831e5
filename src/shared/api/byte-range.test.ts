import { expect, test } from 'vitest';
import { answerRange, piecesOf } from './byte-range.ts';

const answered = (header: string | null, sizeBytes = 12) => {
	const { status, headers, range } = answerRange(header, { sizeBytes, mediaType: 'audio/wav' });
	return [status, headers['content-range'], range && [range.start, range.end]];
};

test.each([
	['bytes=7-', 'bytes 7-11/12', [7, 12]],
	['bytes=0-3', 'bytes 0-3/12', [0, 4]],
	['BYTES=3-3', 'bytes 3-3/12', [3, 4]],
	['bytes=-5', 'bytes 7-11/12', [7, 12]],
	['bytes=-50', 'bytes 0-11/12', [0, 12]],
	['bytes=4-99999999999999999999', 'bytes 4-11/12', [4, 12]],
])('%s is a part', (header, contentRange, range) => {
	expect(answered(header)).toEqual([206, contentRange, range]);
});

test.each([null, '', 'bytes', 'bytes=-', 'bytes=a-b', 'bytes=5-2', 'bytes=0-1,4-5', 'seconds=0-3'])(
	'%s is as if nothing were asked',
	(header) => expect(answered(header)).toEqual([200, undefined, [0, 12]]),
);

test('what is not there is told with the size; an empty file is whole', () => {
	for (const header of ['bytes=12-', 'bytes=99-100', 'bytes=-0']) {
		expect(answered(header)).toEqual([416, 'bytes */12', null]);
	}
	expect(answered('bytes=0-', 0)).toEqual([200, undefined, [0, 0]]);
});

test('a range is read in pieces, as many bytes as it has', async () => {
	const asked: [number, number][] = [];
	const read = (offset: number, length: number) => {
		asked.push([offset, length]);
		return new Uint8Array(length);
	};
	let bytes = 0;
	for await (const piece of piecesOf({ start: 10, end: 1_000_010 }, read)) bytes += piece.length;
	expect([bytes, asked]).toEqual([
		1_000_000,
		[
			[10, 524_288],
			[524_298, 475_712],
		],
	]);
});
