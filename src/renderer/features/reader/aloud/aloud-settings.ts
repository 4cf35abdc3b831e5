import { useProfile } from '#renderer/lib/profile.ts';
import { type ChosenVoices, primaryLanguage } from './voices.ts';

/** How texts are read aloud, on this device. */
export interface AloudSettings {
	/** 1 is the voice's own pace. */
	rate: number;
	voices: ChosenVoices;
}

const first: AloudSettings = { rate: 1, voices: {} };
export const rateLimits = { min: 0.5, max: 2.5, step: 0.1 } as const;

export interface AloudSettingsChanges {
	changeRate(steps: number): void;
	/** @param voiceURI null for what the system offers first */
	chooseVoice(language: string, voiceURI: string | null): void;
}

export function useAloudSettings(): [AloudSettings, AloudSettingsChanges] {
	const [kept, keep] = useProfile<Partial<AloudSettings>>('aloud', {});
	const settings = { ...first, ...kept };
	return [
		settings,
		{
			changeRate(steps) {
				const { min, max, step } = rateLimits;
				const rate = Math.min(max, Math.max(min, settings.rate + steps * step));
				keep({ ...settings, rate: Number(rate.toFixed(1)) });
			},
			chooseVoice(language, voiceURI) {
				const { [primaryLanguage(language)]: _, ...others } = settings.voices;
				const voices = voiceURI === null ? others : { ...others, [primaryLanguage(language)]: voiceURI };
				keep({ ...settings, voices });
			},
		},
	];
}
