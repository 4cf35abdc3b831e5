import { type CivilDate, civilDate, dayNumber } from '#shared/text/edtf/civil-days.ts';

/** The day of the Gregorian calendar on which a day of the Julian calendar fell. */
export function gregorianOf({ year, month, day }: CivilDate): CivilDate {
	// The difference grows with the 29 February that only the Julian calendar has.
	const century = Math.floor((month <= 2 ? year - 1 : year) / 100);
	return civilDate(dayNumber(year, month, day) + century - Math.floor(century / 4) - 2);
}
