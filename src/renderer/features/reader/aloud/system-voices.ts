import { useSyncExternalStore } from 'react';
import { usableVoices } from './voices.ts';

let known: readonly SpeechSynthesisVoice[] | null = null;
const listeners = new Set<() => void>();

/**
 * The voices of this machine that may read aloud, as far as they are known: systems begin to list them when they are
 * first asked, and take some seconds.
 */
export function systemVoices(): readonly SpeechSynthesisVoice[] {
	if (known) return known;
	known = [];
	// Absent in the web views of some systems.
	if ('speechSynthesis' in window) {
		look();
		speechSynthesis.addEventListener('voiceschanged', look);
	}
	return known;
}

/** The same, drawn anew as they come. Asks the system, so only what reads aloud or shows voices may use it. */
export function useSystemVoices(): readonly SpeechSynthesisVoice[] {
	return useSyncExternalStore(subscribe, systemVoices);
}

function look(): void {
	known = usableVoices(speechSynthesis.getVoices());
	for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
