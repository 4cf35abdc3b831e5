import type { ChipTone } from '#renderer/ui/Chip.tsx';
import type { Creator, Holding } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';

export function holdingTone(holding: Holding): ChipTone {
	return holding === 'held' ? 'ok' : holding === 'described-only' ? 'warn' : 'accent';
}

/** "Name, role (attributed)": what is not stated by the source is said not to be. */
export function creatorWords({ name, role, certainty }: Creator): string {
	const words = role === '' ? name : message('record.creator-with-role', { name, role });
	return certainty === 'stated' ? words : message(`record.creator-${certainty}`, { creator: words });
}
