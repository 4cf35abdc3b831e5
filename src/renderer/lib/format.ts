import { writtenDay } from '#shared/dates/written-date.ts';
import { numberLocales } from '#shared/messages/locales.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Making a formatter takes longer than many formattings. */
let numbers: { locale: string; format: Intl.NumberFormat } | undefined;

/** Whole numbers below a thousand are written alike in all languages: their formatter is not loaded for the first page. */
export function formatNumber(value: number): string {
	if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
	const locale = activeLocale();
	if (numbers?.locale !== locale) numbers = { locale, format: new Intl.NumberFormat(numberLocales(locale)) };
	return numbers.format.format(value);
}

/** In steps of 1000, as file managers count: 6,034 bytes is "6 kB". */
export function formatBytes(sizeBytes: number): string {
	const step = sizeBytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(sizeBytes) / 3));
	if (step === 0) return message('size.byte', { count: sizeBytes });
	const numbers = new Intl.NumberFormat(numberLocales(activeLocale()), { maximumFractionDigits: 1 });
	return message(`size.${byteUnits[step] ?? 'byte'}`, { size: numbers.format(sizeBytes / 1000 ** step) });
}

/** An instant (ISO 8601) as a day and time of this machine's zone. */
export function formatInstant(instant: string): string {
	const at = new Date(instant);
	const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
	return message('date.with-time', { date: writtenDay(at), time });
}

/** Only the day: "today" for the present one. */
export function formatDay(instant: string, now: Date = new Date()): string {
	const day = new Date(instant);
	if (day.toDateString() === now.toDateString()) return message('time.today');
	return writtenDay(day);
}

/** A digest as people compare it: its first and last eight digits. */
export function shortDigest(sha256: string): string {
	return `${sha256.slice(0, 8)}…${sha256.slice(-8)}`;
}
