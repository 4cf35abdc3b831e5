import type { ChipTone } from '#renderer/ui/Chip.tsx';
import type { TranslationStatus } from '#shared/domain/translation.ts';

export const statusTones: Readonly<Record<TranslationStatus, ChipTone>> = {
	asked: 'plain',
	sent: 'accent',
	home: 'ok',
};
