/** What is known of time where a text begins. */
export interface DateContext {
	/** Of the last date before that says a month as well; null where there is none. */
	yearBefore: number | null;
	/** Of the record's own date. */
	yearOfRecord: number | null;
}
