declare module 'edtf' {
	/** A node of the parsed form: a date, season, interval, set (one of) or list (all of). Months count from 0. */
	export interface EdtfNode {
		type: 'Date' | 'Year' | 'Century' | 'Decade' | 'Season' | 'Interval' | 'Set' | 'List';
		values: (number | EdtfNode | null)[];
		/** True for the whole; a bit mask (YYYYMMDD from bit 0) for parts. */
		approximate?: boolean | number;
		uncertain?: boolean | number;
		/** Bit mask of the digits given as X. */
		unspecified?: number;
		earlier?: boolean;
		later?: boolean;
		timeZone?: string;
	}
	/** Throws where the text is no EDTF. */
	export function parse(text: string): EdtfNode;
	/** Gives the first and last millisecond that the date may mean; `-Infinity` or NaN at an open end. */
	export default function edtf(parsed: EdtfNode): { readonly min: number; readonly max: number };
}
