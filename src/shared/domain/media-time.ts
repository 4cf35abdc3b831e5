/** A stretch of a recording, in milliseconds from its beginning. */
export interface MediaTime {
	startMs: number;
	/** Absent where it is not said when it ends: until the next one begins. */
	endMs?: number;
}

const msPerSecond = 1000;
/** Beyond this nobody records: a time that lies there is no time. */
export const latestMs = 1000 * 3600 * msPerSecond - 1;

/** As people write and cite it, to the second: 00:12:31. */
export function formatTime(ms: number): string {
	const seconds = Math.floor(Math.max(0, ms) / msPerSecond);
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

/** The same without the hours where there are none, for narrow places: 12:31, 1:12:31. */
export function formatShortTime(ms: number): string {
	return formatTime(ms)
		.replace(/^00:/, '')
		.replace(/^0(?=\d:\d\d:)/, '');
}

/** To the millisecond, as subtitles have it: 00:12:31.500, or with a comma in SRT. */
export function formatExactTime(ms: number, point: '.' | ',' = '.'): string {
	return `${formatTime(ms)}${point}${String(Math.round(Math.max(0, ms)) % msPerSecond).padStart(3, '0')}`;
}

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/;

/** Milliseconds of "1:02:03", "62:03.5" or "00:12:31,500"; null for what is no time. */
export function parseTime(text: string): number | null {
	const [, hours = '0', minutes = '', seconds = '', fraction = '0'] = clock.exec(text.trim()) ?? [];
	if (minutes === '' || Number(seconds) > 59) return null;
	const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
	const ms = whole * msPerSecond + Number(fraction.padEnd(3, '0'));
	return ms <= latestMs ? ms : null;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}

/** From where the first of some passages begins to where the last of them ends; null where none has a time. */
export function timeOfBlocks(blocks: readonly { time?: MediaTime }[]): MediaTime | null {
	let startMs = Number.POSITIVE_INFINITY;
	let endMs = 0;
	for (const { time } of blocks) {
		if (!time) continue;
		startMs = Math.min(startMs, time.startMs);
		endMs = Math.max(endMs, time.endMs ?? 0);
	}
	if (startMs === Number.POSITIVE_INFINITY) return null;
	return endMs > startMs ? { startMs, endMs } : { startMs };
}
