import type { Outcome, Speaker } from './aloud-reader.ts';

/** What a voice may take for a sentence: enough for a slow engine that is only starting. */
const patienceMs = { start: 15_000, perUnit: 300 };

/** The parts of the browser that are needed; `speechSynthesis` and its utterances. */
interface Synthesis {
	speak(utterance: SpeechSynthesisUtterance): void;
	cancel(): void;
	resume(): void;
}

interface SystemSpeakerParts {
	/** Undefined where the browser was told to have none; then there are no voices to be asked for either. */
	synthesis: Synthesis | undefined;
	utter(words: string): SpeechSynthesisUtterance;
	/** 1 is the voice's own pace. Asked for every sentence. */
	rate(): number;
	/** Calls back after a time; gives what calls it off. */
	after(ms: number, run: () => void): () => void;
}

/**
 * Speaks by the Web Speech API. Faults of browsers that it lives with: an utterance that nobody holds is collected and
 * never tells its end (https://issues.chromium.org/issues/41188195); one that is asked for in the same turn as `cancel()`
 * may be cancelled with the others; and some voices stop in the midst without a word
 * (https://issues.chromium.org/issues/41294170), so what is not said in good time counts as `silent`.
 */
export function createSystemSpeaker({
	synthesis,
	utter,
	rate,
	after,
}: SystemSpeakerParts): Speaker<SpeechSynthesisVoice> {
	let held: SpeechSynthesisUtterance | null = null;
	let callOff = (): void => undefined;

	function hush(): void {
		callOff();
		held = null;
		synthesis?.cancel();
	}

	return {
		hush,
		say(words, voice, onEnd) {
			const isBusy = held !== null;
			hush();
			const utterance = utter(words);
			utterance.voice = voice;
			utterance.lang = voice.lang;
			utterance.rate = rate();
			const tell = (outcome: Outcome) => () => {
				if (held !== utterance) return;
				callOff();
				held = null;
				onEnd(outcome);
			};
			utterance.onend = tell('said');
			utterance.onerror = tell('failed');
			held = utterance;
			const begin = () => {
				synthesis?.resume();
				synthesis?.speak(utterance);
				callOff = after(patienceMs.start + (words.length * patienceMs.perUnit) / utterance.rate, () => {
					synthesis?.cancel();
					tell('silent')();
				});
			};
			if (isBusy) callOff = after(0, begin);
			else begin();
		},
	};
}
