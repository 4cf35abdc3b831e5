/** The values under this key, or nothing at all: what is sent a hundred thousand times has no empty lists. */
export function unlessEmpty<K extends string, V>(key: K, values: readonly V[]): { [P in K]?: V[] } {
	return (values.length > 0 ? { [key]: values } : {}) as { [P in K]?: V[] };
}
