import { describe, expect, it } from 'vitest';
import { sortVoices, usableVoices, type Voice, voiceFor } from './voices.ts';

const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({
	...{ name, lang, voiceURI: name, localService: true, default: false },
	...more,
});
const names = (voices: readonly Voice[]) => voices.map(({ name }) => name);

describe('usableVoices', () => {
	it('never takes one that sends the text out', () => {
		expect(names(usableVoices([voice('near', 'en'), voice('far', 'en', { localService: false })]))).toEqual(['near']);
		expect(usableVoices([voice('far', 'en', { localService: false })])).toEqual([]);
	});

	it('takes plain voices instead of their variants, where there are both', () => {
		const variants = [voice('Sample+Alpha engine', 'en'), voice('Sample+Beta engine', 'en')];
		expect(names(usableVoices([...variants, voice('Sample engine', 'en')]))).toEqual(['Sample engine']);
		expect(usableVoices(variants)).toHaveLength(2);
	});
});

describe('voiceFor', () => {
	const voices = [voice('a', 'tr'), voice('b', 'en-GB'), voice('c', 'en_US'), voice('d', 'en-AU', { default: true })];

	it('finds the region, then what the system prefers, then any of the language', () => {
		expect(voiceFor('en-US', voices, {})?.name).toBe('c');
		expect(voiceFor('en', voices, {})?.name).toBe('d');
		expect(voiceFor('tr-TR', voices, {})?.name).toBe('a');
		expect(voiceFor('hy', voices, {})).toBeNull();
		expect(voiceFor('en', [], {})).toBeNull();
	});

	it('keeps to what was chosen, also for another language, while that voice is there', () => {
		expect(voiceFor('az', voices, { az: 'a' })?.name).toBe('a');
		expect(voiceFor('az', voices, { az: 'gone' })).toBeNull();
		expect(voiceFor('en-GB', voices, { en: 'c' })?.name).toBe('c');
	});

	it('lists the voices of the language first', () => {
		expect(names(sortVoices(voices, 'en-GB'))).toEqual(['b', 'd', 'c', 'a']);
	});
});
