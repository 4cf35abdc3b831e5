import { writtenDate } from '../dates/written-date.ts';
import { message } from '../messages/messages.ts';
import type { Tick } from './time-scale.ts';

/** A tick in words that need nothing beside them: "19 September 2023", "September 2023", "2023". */
export function tickWords({ unit, year, month, dayOfMonth }: Tick): string {
	const written = year > 0 ? String(year) : message('date.before-christ', { year: String(1 - year) });
	if (unit === 'year') return written;
	return writtenDate(written, month - 1, unit === 'month' ? null : dayOfMonth);
}
