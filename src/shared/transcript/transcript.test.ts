import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../domain/block.ts';
import {
	formatExactTime,
	formatShortTime,
	formatTime,
	latestMs,
	parseTime,
	timeOfBlocks,
} from '../domain/media-time.ts';
import { readEditedTranscript, writeEditedTranscript } from './edited-transcript.ts';
import { readSubtitles } from './read-subtitles.ts';
import { readTimedText } from './timed-text.ts';
import { writeSubtitles } from './write-subtitles.ts';

const spoken = (blocks: readonly Block[]) => blocks.map(({ text, time }) => [text, time?.startMs, time?.endMs]);

test('times are written as people cite them, and read however they are written', () => {
	expect([
		formatTime(751_499),
		formatExactTime(751_499, ','),
		formatShortTime(751_499),
		formatShortTime(3_751_000),
	]).toEqual(['00:12:31', '00:12:31,499', '12:31', '1:02:31']);
	expect(['12:31', '0:12:31.5', '00:12:31,050', '90:00', '1:75', 'noon', '1000:00:00'].map(parseTime)).toEqual([
		...[751_000, 751_500, 751_050, 5_400_000],
		...[null, null, null],
	]);
	expect(timeOfBlocks([{}, { time: { startMs: 4, endMs: 6 } }, { time: { startMs: 2 } }])).toEqual({
		startMs: 2,
		endMs: 6,
	});
});

describe('subtitles', () => {
	test('of SRT keep every spoken word, whatever is wrong around them', () => {
		const { blocks } = readSubtitles(
			[
				'\ufeff1\r\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600\r\n{\\an8}<i>Alpha</i> & <font color="red">beta</font> <unknown>\r\n',
				'7\r\n00:00:03,5 --> 00:00:02,000\r\nGamma\r\n\r\nstill gamma\r\n',
				'00:00:05.000 --> 00:00:06.000\r\n- Delta?\r\n- 42\r\n',
				'8\r\n00:00:07,000 --> 00:00:08,000\r\n\r\n',
			].join('\r\n'),
		);
		expect(spoken(blocks)).toEqual([
			['Alpha & beta <unknown>', 1000, 2000],
			['Gamma\nstill gamma', 3500, undefined],
			['- Delta?\n- 42', 5000, 6000],
		]);
		expect(blocks[0]?.marks).toEqual([{ start: 0, end: 5, kind: 'emphasis' }]);
		expect(blocks.map(({ wrapped }) => wrapped)).toEqual([undefined, true, undefined]);
	});

	test('of WebVTT have their language, voices and names of cues, and leave remarks and styles', () => {
		const { blocks, language } = readSubtitles(
			[
				'WEBVTT - a sample\nLanguage: hy\n',
				'STYLE\n::cue { color: red }\n',
				'NOTE a remark\nof two lines\n',
				'intro\n00:01.000 --> 00:02.000 align:start\n<v.loud Anna>Alpha &lt;beta&gt;</v>\n<v Boris>Gamma <00:01.500>delta\n',
				'NOTE another\n',
				'00:03.000 --> 00:04.000\nEpsilon\n',
			].join('\n'),
		);
		expect(language).toBe('hy');
		expect(spoken(blocks)).toEqual([
			['Anna: Alpha <beta>\nBoris: Gamma delta', 1000, 2000],
			['Epsilon', 3000, 4000],
		]);
	});

	test('have their character references read as HTML has them, and what is none left', () => {
		const cue = '<v Ann &amp; Bo>&quot;Caf&eacute;&quot; &#39;&#x41;&#39; &rarr;&nbsp;AT&T &unheard; &amp;lt;';
		const { blocks } = readSubtitles(`WEBVTT\n\n00:01.000 --> 00:02.000\n${cue}\n`);
		expect(blocks[0]?.text).toBe('Ann & Bo: "Café" \'A\' →\u00a0AT&T &unheard; &lt;');
	});

	test('that Lectern writes it reads again, time and word', () => {
		const word = fc.constantFrom('alpha', 'βήτα', 'գամմա', '<i>', '&amp;', '-->', '42', 'a < b', 'ə\nдельта', 'NOTE');
		const block = fc.record({
			text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
			gapMs: fc.nat(5000),
			lastMs: fc.integer({ min: 1, max: 9000 }),
		});
		fc.assert(
			fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (given) => {
				let at = 0;
				const blocks = given.map(({ text, gapMs, lastMs }): Block => {
					const startMs = at + gapMs;
					at = startMs + lastMs;
					return { kind: 'paragraph', text, time: { startMs, endMs: at } };
				});
				const expected = spoken(blocks).map(([text, ...time]) => [String(text).replaceAll('-->', '→'), ...time]);
				expect(spoken(readSubtitles(writeSubtitles(blocks, 'vtt')).blocks)).toEqual(expected);
			}),
		);
	});

	test('whatever the bytes are, reading ends and invents nothing', () => {
		const piece = fc.constantFrom(
			'WEBVTT\n',
			'1\n',
			'00:00:01,000 --> 00:00:02,000\n',
			'-->',
			'\n',
			'NOTE\n',
			'<v',
			'>',
			'{\\',
			'alpha',
			'\u0000',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
				const { blocks } = readSubtitles(pieces.join(''));
				for (const { text, time } of blocks) {
					expect(text).not.toBe('');
					expect(time?.endMs ?? Number.POSITIVE_INFINITY).toBeGreaterThan(time?.startMs ?? -1);
				}
			}),
		);
	});
});

describe('a text with times', () => {
	test('is read paragraph by paragraph, those without a time too', () => {
		const text = 'Preface.\n\n[00:01] Alpha\nbeta\n(0:00:03.250) Gamma\n\n00:00:09\nDelta\n\nat 10:15 Epsilon';
		expect(spoken(readTimedText(text))).toEqual([
			['Preface.', undefined, undefined],
			['Alpha\nbeta', 1000, 3250],
			['Gamma', 3250, 9000],
			['Delta', 9000, undefined],
			['at 10:15 Epsilon', undefined, undefined],
		]);
	});
});

describe('a transcript in the editor', () => {
	test('has its times in brackets alone, and reads as it stands', () => {
		const text = '[00:00:01] We met at\n12:30 in the square\n\n[00:00:03.250] - Gamma\n\nDelta without one';
		const blocks = readEditedTranscript(text);
		expect(spoken(blocks)).toEqual([
			['We met at\n12:30 in the square', 1000, 3250],
			['- Gamma', 3250, undefined],
			['Delta without one', undefined, undefined],
		]);
		expect(writeEditedTranscript(blocks)).toBe(text);
		expect(spoken(readEditedTranscript(' [1:05]  Typed by hand \n\n\n[00:02:00] \n(00:10) and left \n'))).toEqual([
			['Typed by hand', 65_000, 120_000],
			['(00:10) and left', 120_000, undefined],
		]);
	});

	test('gives every word and time again that it was written from', () => {
		const piece = fc.constantFrom(
			'[00:00:05]',
			'[1:02:03.5] ',
			'12:30',
			'(0:01)',
			'\\',
			'\n',
			' ',
			'\ufeff',
			'- ',
			'alpha',
		);
		const block = fc.record({
			text: fc.oneof(
				fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
				fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.replaceAll('\r', '')),
			),
			startMs: fc.option(fc.nat(latestMs)),
		});
		fc.assert(
			fc.property(fc.array(block, { maxLength: 6 }), (given) => {
				const blocks = given.map(
					({ text, startMs }): Block => ({ kind: 'paragraph', text, ...(startMs !== null && { time: { startMs } }) }),
				);
				const words = (some: readonly Block[]) => some.map(({ text, time }) => [text, time?.startMs]);
				expect(words(readEditedTranscript(writeEditedTranscript(blocks)))).toEqual(
					words(blocks.filter(({ text }) => text !== '')),
				);
			}),
			{ numRuns: 500 },
		);
	});
});
