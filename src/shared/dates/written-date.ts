import { type MessageKey, message } from '#shared/messages/messages.ts';

/**
 * A date as the interface's language writes it, day before month in English too: the order that sources of many countries
 * share. By the catalogue: Chromium brings no dates in Armenian and Azerbaijani.
 *
 * @param year as words, with its era where it has one
 * @param month from 0
 * @param day null where only the month is meant
 */
export function writtenDate(year: string, month: number, day: number | null): string {
	const name = `month.${month + 1}` as MessageKey;
	if (day === null) return message('date.of-month', { month: message(name), year });
	return message('date.of-day', { day: String(day), month: message(`${name}.of-day` as MessageKey), year });
}

/** The day of an instant in this machine's time zone. */
export function writtenDay(instant: Date): string {
	return writtenDate(String(instant.getFullYear()), instant.getMonth(), instant.getDate());
}
