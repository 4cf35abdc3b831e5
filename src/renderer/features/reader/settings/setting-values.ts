export const faces = ['serif', 'sans'] as const;

/** How texts are set, on this device. */
export interface ReadingSettings {
	sizePx: number;
	/** Characters a line. */
	measureCh: number;
	leading: number;
	face: (typeof faces)[number];
	/** Words that were recognised with doubt are underlined. */
	isDoubtShown: boolean;
}

export const firstReadingSettings: ReadingSettings = {
	sizePx: 18,
	measureCh: 66,
	leading: 1.65,
	face: 'serif',
	isDoubtShown: true,
};

/** Least, greatest and step of each setting that has a number. */
export const readingLimits = {
	sizePx: { min: 13, max: 34, step: 1 },
	measureCh: { min: 40, max: 100, step: 2 },
	leading: { min: 1.2, max: 2.2, step: 0.05 },
} as const;

export type NumberSetting = keyof typeof readingLimits;

/** The value after some steps, within its limits. */
export function stepped(settings: ReadingSettings, setting: NumberSetting, steps: number): number {
	const { min, max, step } = readingLimits[setting];
	const value = settings[setting] + steps * step;
	return Number(Math.min(max, Math.max(min, value)).toFixed(2));
}
