/** Which of the names stand in the text, in any case; each once, in order. */
export function namesStandingIn(text: string, names: readonly string[]): string[] {
	const searched = text.toLowerCase();
	return [...new Set(names)].filter((name) => searched.includes(name.toLowerCase())).sort();
}
