import type { StoredBlock } from '#shared/domain/block.ts';
import { FigureView } from './FigureView.tsx';

/** Pictures above the title of a text, such as the emblem on a letter: the sections of the text begin behind it. */
export function FiguresBefore({ blocks, ordinal }: { blocks: readonly StoredBlock[]; ordinal: number }) {
	return blocks
		.slice(0, Math.max(0, ordinal))
		.map((block) => (block.figure ? <FigureView key={block.ordinal} block={block} /> : null));
}
