/** A row as its format names the parts; several values of one name in their order. */
export type NamedValues = ReadonlyMap<string, readonly string[]>;
