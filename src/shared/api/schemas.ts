import * as v from 'valibot';
import type { Id, Sha256 } from '../domain/ids.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const longestText = 1_000_000;

/** A lower-case UUID of any version, branded as the id that is asked for. */
export function idSchema<I extends Id<string>>(): v.GenericSchema<unknown, I> {
	return v.custom<I>((value) => typeof value === 'string' && uuidPattern.test(value), 'is not an id');
}

export const sha256Schema = v.custom<Sha256>(
	(value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
	'is not a SHA-256',
);
/** Any text a person writes, up to a million UTF-16 units. */
export const textSchema = v.pipe(v.string(), v.maxLength(longestText));
export const lineSchema = v.pipe(v.string(), v.maxLength(4000));
export const ordinalSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
export const nothing = v.undefined();
