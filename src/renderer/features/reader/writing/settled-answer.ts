/** A field that is written in while something is asked about its text. */
type Field = Pick<HTMLTextAreaElement, 'value' | 'isConnected'>;

/**
 * What `ask` says of the text that stands in the field once it has said it: asked again where the text was changed
 * meanwhile, which an answer about the older one would undo. Null where the field is gone.
 */
export async function settledAnswer<A>(field: Field, ask: (text: string) => Promise<A>): Promise<A | null> {
	let asked = field.value;
	let answer = await ask(asked);
	while (field.isConnected && field.value !== asked) {
		asked = field.value;
		answer = await ask(asked);
	}
	return field.isConnected ? answer : null;
}
