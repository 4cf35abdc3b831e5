// The part of Papa Parse that is used. The published types bring all of Node's along, which no window has.
declare module 'papaparse' {
	const Papa: {
		parse<Row>(
			text: string,
			options: { skipEmptyLines?: boolean; preview?: number; delimiter?: string },
		): { data: Row[]; meta: { delimiter: string }; errors: { code: string; row?: number }[] };
		unparse(rows: readonly (readonly (string | number)[])[], options: { escapeFormulae: boolean }): string;
	};
	export default Papa;
}
