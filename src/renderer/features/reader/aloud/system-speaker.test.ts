import { beforeEach, describe, expect, it } from 'vitest';
import { createSystemSpeaker } from './system-speaker.ts';

type Utterance = Pick<SpeechSynthesisUtterance, 'text' | 'voice' | 'rate' | 'lang'> & {
	onend(): void;
	onerror(): void;
};

let calls: string[];
let spoken: Utterance[];
/** What waits for its time, in order. */
let waiting: { ms: number; run: () => void }[];
const voice = { lang: 'en' } as SpeechSynthesisVoice;

beforeEach(() => {
	calls = [];
	spoken = [];
	waiting = [];
});

const create = (rate = 1) =>
	createSystemSpeaker({
		synthesis: {
			speak(utterance) {
				calls.push(`speak ${utterance.text}`);
				spoken.push(utterance as unknown as Utterance);
			},
			cancel: () => calls.push('cancel'),
			resume: () => undefined,
		},
		utter: (text) => ({ text }) as SpeechSynthesisUtterance,
		rate: () => rate,
		after(ms, run) {
			const entry = { ms, run };
			waiting.push(entry);
			return () => {
				waiting = waiting.filter((other) => other !== entry);
			};
		},
	});

describe('createSystemSpeaker', () => {
	it('says with the voice and the pace, and tells the end once', () => {
		const outcomes: string[] = [];
		create(1.5).say('Alpha', voice, (outcome) => outcomes.push(outcome));
		expect(spoken[0]).toMatchObject({ text: 'Alpha', voice, lang: 'en', rate: 1.5 });
		spoken[0]?.onend();
		spoken[0]?.onend();
		spoken[0]?.onerror();
		expect(outcomes).toEqual(['said']);
		expect(waiting).toEqual([]);
	});

	it('begins in a later turn where something was being said, and only the last that was asked for', () => {
		const speaker = create();
		const outcomes: string[] = [];
		speaker.say('Alpha', voice, (outcome) => outcomes.push(`Alpha ${outcome}`));
		speaker.say('Beta', voice, (outcome) => outcomes.push(`Beta ${outcome}`));
		speaker.say('Gamma', voice, (outcome) => outcomes.push(`Gamma ${outcome}`));
		expect(waiting.map(({ ms }) => ms)).toEqual([0]);
		waiting.shift()?.run();
		expect(calls.filter((call) => call !== 'cancel')).toEqual(['speak Alpha', 'speak Gamma']);
		// The browser tells of what was left off.
		spoken[0]?.onerror();
		expect(outcomes).toEqual([]);
		spoken[1]?.onerror();
		expect(outcomes).toEqual(['Gamma failed']);
	});

	it('is not waited for for ever', () => {
		const outcomes: string[] = [];
		create().say('Alpha', voice, (outcome) => outcomes.push(outcome));
		waiting.shift()?.run();
		spoken[0]?.onerror();
		expect(outcomes).toEqual(['silent']);
		expect(calls.at(-1)).toBe('cancel');
	});

	it('is silent at once when hushed', () => {
		const outcomes: string[] = [];
		const speaker = create();
		speaker.say('Alpha', voice, (outcome) => outcomes.push(outcome));
		speaker.hush();
		spoken[0]?.onend();
		expect([outcomes, waiting, calls.at(-1)]).toEqual([[], [], 'cancel']);
	});
});
