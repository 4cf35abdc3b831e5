/** A tag as BCP 47 writes it; null for what is none, and for 'und', which names no language. */
export function canonicalLanguage(tag: string): string | null {
	try {
		const [canonical] = Intl.getCanonicalLocales(tag.trim());
		return canonical && canonical !== 'und' ? canonical : null;
	} catch {
		return null;
	}
}
