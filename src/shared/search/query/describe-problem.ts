import { message } from '../../messages/messages.ts';
import type { QueryProblem } from './query-tree.ts';

/** The sentence that says what cannot be read, and what is searched all the same. */
export function problemMessage({ code, detail }: QueryProblem): string {
	return message(`query.error.${code}`, detail);
}
