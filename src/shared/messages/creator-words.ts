import type { Creator } from '../domain/record.ts';
import { message } from './messages.ts';

/** "Name, role (attributed)": what is not stated by the source is said not to be. */
export function creatorWords({ name, role, certainty }: Creator): string {
	const words = role === '' ? name : message('record.creator-with-role', { name, role });
	return certainty === 'stated' ? words : message(`record.creator-${certainty}`, { creator: words });
}
