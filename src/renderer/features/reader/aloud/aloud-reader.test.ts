import { beforeEach, describe, expect, it } from 'vitest';
import type { Block, StoredBlock } from '#shared/domain/block.ts';
import { noNotes } from '../text/use-notes.ts';
import { type AloudState, createAloudReader, type Outcome } from './aloud-reader.ts';
import { spokenText } from './spoken-text.ts';

const blocks = [
	{ text: 'One. Two.' },
	{ kind: 'rule', text: '' },
	{ text: 'Три. Четыре.', language: 'ru' },
	{ text: '* * *' },
	{ text: 'Five.' },
].map(
	(block, ordinal): StoredBlock =>
		({ kind: 'paragraph', ordinal, number: null, ...(block as Partial<Block>) }) as StoredBlock,
);

let said: string[];
let voices: Record<string, string>;
let states: AloudState[];
/** Tells the end of what was said last, or of any sentence before it. */
let ends: ((outcome: Outcome) => void)[];
let hushed: number;

beforeEach(() => {
	said = [];
	states = [];
	ends = [];
	hushed = 0;
	voices = { en: 'English', ru: 'Russian' };
});

function open(of: readonly StoredBlock[] = blocks) {
	return createAloudReader<string>({
		text: spokenText(of, 'en', noNotes),
		speaker: {
			say(words, voice, onEnd) {
				said.push(`${voice}: ${words}`);
				ends.push(onEnd);
			},
			hush: () => {
				hushed += 1;
			},
		},
		voiceFor: (language) => voices[language] ?? null,
		onChange: (state) => states.push(state),
	});
}

const now = () => states.at(-1);
const end = (outcome: Outcome = 'said') => ends.at(-1)?.(outcome);

describe('reading aloud', () => {
	it('goes from sentence to sentence and passage to passage, each with the voice of its language, to the end', () => {
		open().start({ ordinal: 0, offset: 0 });
		for (let at = 0; at < 5; at += 1) end();
		expect(said).toEqual(['English: One.', 'English: Two.', 'Russian: Три.', 'Russian: Четыре.', 'English: Five.']);
		expect(now()).toMatchObject({ phase: 'ended', sentence: { words: 'Five.' } });
	});

	it('begins in the sentence that a place stands in, or after it', () => {
		open().start({ ordinal: 0, offset: 6 });
		open().start({ ordinal: 1, offset: 0 });
		open().start({ ordinal: 2, offset: 400 });
		expect(said).toEqual(['English: Two.', 'Russian: Три.', 'English: Five.']);
	});

	it('leaves a sentence off when it pauses, and says it anew', () => {
		const reader = open();
		reader.start({ ordinal: 0, offset: 0 });
		reader.pause();
		expect(now()?.phase).toBe('paused');
		expect(hushed).toBe(1);
		// Browsers tell late of what was left off: as an end, or as a failure.
		end('failed');
		expect(now()).toMatchObject({ phase: 'paused', obstacle: null });
		reader.resume();
		expect(said).toEqual(['English: One.', 'English: One.']);
	});

	it('does not take the end of an earlier sentence for that of the present one', () => {
		const reader = open();
		reader.start({ ordinal: 0, offset: 0 });
		reader.step(1);
		ends[0]?.('said');
		ends[0]?.('failed');
		expect(said).toEqual(['English: One.', 'English: Two.']);
		expect(now()).toMatchObject({ phase: 'reading', sentence: { words: 'Two.' } });
	});

	it('steps over passages that say nothing, back and forward, and no further than the text', () => {
		const reader = open();
		reader.start({ ordinal: 4, offset: 0 });
		reader.step(-1);
		reader.step(-1);
		reader.step(-1);
		expect(said.slice(1)).toEqual(['Russian: Четыре.', 'Russian: Три.', 'English: Two.']);
		reader.step(-1);
		reader.step(-1);
		expect(said.at(-1)).toBe('English: One.');
		expect(said).toHaveLength(5);
	});

	it('steps without a sound while it is paused', () => {
		const reader = open();
		reader.start({ ordinal: 0, offset: 0 });
		reader.pause();
		reader.step(1);
		expect(said).toHaveLength(1);
		expect(now()).toMatchObject({ phase: 'paused', sentence: { words: 'Two.' } });
		reader.resume();
		expect(said.at(-1)).toBe('English: Two.');
	});

	it('stops where no voice speaks the language, says so, and goes on behind it when asked', () => {
		voices = { en: 'English' };
		const reader = open();
		reader.start({ ordinal: 0, offset: 6 });
		end();
		expect(now()).toMatchObject({
			phase: 'paused',
			obstacle: { kind: 'no-voice', language: 'ru' },
			sentence: { ordinal: 2 },
		});
		reader.skip();
		expect(said).toEqual(['English: Two.', 'English: Five.']);
		voices = {};
		reader.skip();
		expect(now()?.phase).toBe('ended');
	});

	it('goes on with a voice that was chosen meanwhile', () => {
		voices = { en: 'English' };
		const reader = open();
		reader.start({ ordinal: 2, offset: 0 });
		voices = { ru: 'Another' };
		reader.restart();
		expect(said).toEqual(['Another: Три.']);
		voices = { ru: 'A third' };
		reader.restart();
		expect(said.at(-1)).toBe('A third: Три.');
	});

	it('says what went wrong, and can be asked again', () => {
		const reader = open();
		reader.start({ ordinal: 0, offset: 0 });
		end('silent');
		expect(now()).toMatchObject({ phase: 'paused', obstacle: { kind: 'silent' }, sentence: { words: 'One.' } });
		reader.restart();
		expect(said).toHaveLength(1);
		reader.resume();
		end('failed');
		expect(now()?.obstacle).toEqual({ kind: 'failed' });
		reader.resume();
		end();
		expect(now()).toMatchObject({ phase: 'reading', sentence: { words: 'Two.' }, obstacle: null });
	});

	it('begins anew after the end, goes back to the last sentence from there, and says nothing where there is nothing', () => {
		const reader = open();
		reader.start({ ordinal: 4, offset: 0 });
		end();
		reader.step(-1);
		expect(now()).toMatchObject({ phase: 'paused', sentence: { words: 'Five.' } });
		reader.resume();
		end();
		reader.resume();
		expect(said).toEqual(['English: Five.', 'English: Five.', 'English: One.']);
		open([]).start({ ordinal: 0, offset: 0 });
		expect(now()).toEqual({ phase: 'ended', sentence: null, obstacle: null });
	});
});
