import type { TextPoint } from '#shared/domain/text-range.ts';
import type { SpokenSentence, SpokenText } from './spoken-text.ts';

/** How the saying of a sentence ended. `silent`: the voice never told that it had said it. */
export type Outcome = 'said' | 'failed' | 'silent';

/** Says one sentence at a time. */
export interface Speaker<V> {
	/** Whatever was being said before is left off. `onEnd` may still tell of a sentence that was left off. */
	say(words: string, voice: V, onEnd: (outcome: Outcome) => void): void;
	hush(): void;
}

/** Why the reading does not go on by itself. */
export type Obstacle = { kind: 'no-voice'; language: string } | { kind: 'failed' | 'silent' };

export interface AloudState {
	phase: 'reading' | 'paused' | 'ended';
	/** What is being said, or would be said next; null in a text that says nothing. */
	sentence: SpokenSentence | null;
	obstacle: Obstacle | null;
}

/** Reads a text aloud, sentence by sentence and passage by passage. */
export interface AloudReader {
	/** Reads on from the sentence that a place stands in, else from the first one after it. */
	start(from: TextPoint): void;
	pause(): void;
	/** Says the sentence from its beginning; after the end of the text, the text. */
	resume(): void;
	/** To the next sentence, or back; says it unless paused. */
	step(by: 1 | -1): void;
	/** Past the passages that no voice can say. Ends where none can be said. */
	skip(): void;
	/** After another voice or pace was chosen: says the sentence again if it is being said or had no voice. */
	restart(): void;
}

interface AloudReaderParts<V> {
	text: SpokenText;
	speaker: Speaker<V>;
	/** Asked for every sentence, so that a choice holds from the next one on. Null where no voice speaks the language. */
	voiceFor(language: string): V | null;
	onChange(state: AloudState): void;
}

/**
 * Pausing leaves the sentence off, and going on says it anew: `speechSynthesis.pause()` ends what is said on Android,
 * and some engines never go on after it. An outcome counts only for the sentence that was asked for last, since browsers
 * tell the end of what was left off after something else has begun.
 */
export function createAloudReader<V>({ text, speaker, voiceFor, onChange }: AloudReaderParts<V>): AloudReader {
	let state: AloudState = { phase: 'paused', sentence: null, obstacle: null };
	let turn = 0;

	function change(next: Partial<AloudState>): void {
		state = { ...state, ...next };
		onChange(state);
	}

	function hush(): void {
		turn += 1;
		speaker.hush();
	}

	function say(sentence: SpokenSentence): void {
		turn += 1;
		const own = turn;
		const voice = voiceFor(sentence.language);
		if (!voice) {
			speaker.hush();
			change({ phase: 'paused', sentence, obstacle: { kind: 'no-voice', language: sentence.language } });
			return;
		}
		change({ phase: 'reading', sentence, obstacle: null });
		speaker.say(sentence.words, voice, (outcome) => {
			if (own !== turn) return;
			if (outcome === 'said') goOn(next(sentence));
			else change({ phase: 'paused', obstacle: { kind: outcome } });
		});
	}

	function goOn(sentence: SpokenSentence | null): void {
		if (sentence) say(sentence);
		else end();
	}

	function end(): void {
		hush();
		change({ phase: 'ended', obstacle: null });
	}

	function next(sentence: SpokenSentence): SpokenSentence | null {
		const own = text.sentencesAt(sentence.ordinal);
		return own[indexIn(own, sentence) + 1] ?? firstFrom(text, sentence.ordinal + 1);
	}

	function before(sentence: SpokenSentence): SpokenSentence | null {
		const own = text.sentencesAt(sentence.ordinal);
		return own[indexIn(own, sentence) - 1] ?? lastBefore(text, sentence.ordinal);
	}

	function resume(): void {
		if (state.phase === 'ended' || !state.sentence) goOn(firstFrom(text, 0));
		else say(state.sentence);
	}

	return {
		start: (from) => goOn(sentenceAt(text, from)),
		pause() {
			hush();
			if (state.phase === 'reading') change({ phase: 'paused' });
		},
		resume,
		step(by) {
			const { sentence, phase } = state;
			const other = sentence && (by > 0 ? next(sentence) : phase === 'ended' ? sentence : before(sentence));
			// At either end of the text: what is being said goes on.
			if (!other) return;
			if (phase === 'reading') say(other);
			else change({ phase: 'paused', sentence: other, obstacle: null });
		},
		skip() {
			let other = state.sentence;
			while (other && !voiceFor(other.language)) other = firstFrom(text, other.ordinal + 1);
			goOn(other);
		},
		restart() {
			const isWanted = state.phase === 'reading' || state.obstacle?.kind === 'no-voice';
			if (isWanted && state.sentence) say(state.sentence);
		},
	};
}

function indexIn(sentences: readonly SpokenSentence[], { start }: SpokenSentence): number {
	return sentences.findIndex((sentence) => sentence.start === start);
}

function sentenceAt(text: SpokenText, { ordinal, offset }: TextPoint): SpokenSentence | null {
	return text.sentencesAt(ordinal).find(({ end }) => offset < end) ?? firstFrom(text, ordinal + 1);
}

function firstFrom(text: SpokenText, ordinal: number): SpokenSentence | null {
	for (let at = ordinal; at < text.length; at += 1) {
		const [first] = text.sentencesAt(at);
		if (first) return first;
	}
	return null;
}

function lastBefore(text: SpokenText, ordinal: number): SpokenSentence | null {
	for (let at = ordinal - 1; at >= 0; at -= 1) {
		const last = text.sentencesAt(at).at(-1);
		if (last) return last;
	}
	return null;
}
