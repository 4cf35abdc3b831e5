/**
 * How one language writes dates, as data. Every text is a part of a regular expression (flag `i` but for English) in
 * which a space is white space, `_` white space or nothing, and `{L}` a letter. In templates `{…}` stands for a part of the date, numbered by the
 * end of the range that it belongs to:
 * `d` day, `m` month, `M` month as it stands beside its day, `s` season, `y` year in digits, `Y` year with its word if it has one, `Y!` with its word, `c` century, `r` the same in Roman digits alone, `t` decade; `{-}` a dash, `{or}` and `{and}` what makes two dates a choice or a set.
 */
export interface DateRules {
	/** Small letters would take words for months: `may`, `march`. */
	isCaseSensitive?: true;
	/** From January, in every form that stands beside a year. */
	months: readonly string[];
	/** The same where a day stands beside it; those of `months` when they are no others. */
	monthsOfDay?: readonly string[];
	/** Spring, summer, autumn, winter. */
	seasons: readonly [string, string, string, string];
	/** What may follow the number of a day and is part of it. */
	afterDay: string;
	/** The word for year, in every form, after its digits. */
	yearWord: string;
	/** Centuries in words, from the first; left out where nobody writes them so. */
	centuries?: readonly string[];
	or: string;
	and: string;
	/** Dates, and ranges of them. */
	templates: readonly string[];
	/** A day of the Julian calendar and the same of the Gregorian, or a night between two days. */
	double: readonly string[];
	/** A year alone is found where one of these goes before, and no amount follows. */
	yearAfter: {
		/** Hardly ever before an amount. */
		surely: string;
		/** Before an amount too: a sentence or a part of it must end after the year, or one of `goingOn` follow. */
		perhaps: string;
		goingOn: string;
		/** Before a year that says which one of several things is meant: `the 2012 rules`. */
		before?: string;
	};
	/** What is counted and measured. */
	units: string;
	/** What may stand between such words and the date. */
	between: string;
	approximate: Doubt;
	uncertain: Doubt;
	/** After a day that is counted by the Julian calendar. */
	oldStyle: string;
}

/** Words that make a date approximate or uncertain; '' where there are none. */
export interface Doubt {
	before: string;
	after: string;
}
