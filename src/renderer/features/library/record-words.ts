import type { ChipTone } from '#renderer/ui/Chip.tsx';
import type { Holding } from '#shared/domain/record.ts';

export function holdingTone(holding: Holding): ChipTone {
	return holding === 'held' ? 'ok' : holding === 'described-only' ? 'warn' : 'accent';
}
