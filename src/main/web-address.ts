import * as v from 'valibot';

/**
 * An address that may be handed to another program, in the form in which it is shown before: the browser's own, in which
 * a control character, a mark that turns the direction of writing, or a letter that only looks Latin cannot hide.
 */
export const webAddress = v.pipe(
	v.string(),
	v.maxLength(8000),
	v.url(),
	v.transform((url) => new URL(url).href),
	v.regex(/^(https?|mailto):/),
);
