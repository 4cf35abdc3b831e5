/** What references say in one language. A style has a language of its own, whatever that of the interface is. */
export interface CiteWords {
	/** Names of the months where only the month is known. */
	months: readonly string[];
	/** A day: "19 September 2023". @param month from 1 */
	day(day: number, month: number, year: string): string;
	/** A month: "September 2023". @param month from 1 */
	month(month: number, year: string): string;
	/** Spring, summer, autumn, winter. */
	seasons: readonly [string, string, string, string];
	decade(year: string): string;
	about(date: string): string;
	uncertain(date: string): string;
	from(date: string): string;
	until(date: string): string;
	after(date: string): string;
	before(date: string): string;
	or: string;
	and: string;
	paragraphs(numbers: string): string;
	asReportedIn(source: string): string;
	/** For what is only described, where nothing says what it is known from. */
	notConsulted: string;
}

/** "3" is one, "3–5" several. */
export function areSeveral(numbers: string): boolean {
	return numbers.includes('–') || numbers.includes(',');
}
