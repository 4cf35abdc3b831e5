export interface LineGuard {
	guard(line: string): string;
	unguard(line: string): string;
}

/**
 * Keeps lines that are words from being read as something else where text is typed: such a line, and one with white space
 * at an end, which typing loses, has a backslash before or behind it. One that has a backslash there already has one more.
 *
 * @param signs a regular expression of what a line must not begin with
 */
export function lineGuard(signs: string): LineGuard {
	const guardable = { start: new RegExp(`^\\\\*(?:\\s|$|${signs})`), end: /\s\\*$/ };
	const guarded = { start: new RegExp(`^\\\\+(?:\\s|$|${signs})`), end: /\s\\+$/ };
	return {
		guard: (line) => `${guardable.start.test(line) ? '\\' : ''}${line}${guardable.end.test(line) ? '\\' : ''}`,
		unguard(line) {
			const start = guarded.start.test(line) ? 1 : 0;
			return line.slice(start, guarded.end.test(line) ? -1 : undefined);
		},
	};
}
