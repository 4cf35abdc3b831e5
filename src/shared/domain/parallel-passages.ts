import type { ParallelPassage, PassageRole } from '../text/parallel/parallel-text.ts';
import { isPassage, type StoredBlock } from './block.ts';

/** The passages of a text as they are laid beside those of another. */
export function parallelPassages(blocks: readonly StoredBlock[]): ParallelPassage[] {
	return blocks.filter(isPassage).map((block) => ({
		ordinal: block.ordinal,
		text: block.text,
		role: roleOf(block),
		level: block.level ?? 0,
	}));
}

function roleOf({ kind }: StoredBlock): PassageRole {
	switch (kind) {
		case 'title':
		case 'heading':
			return 'heading';
		case 'item':
		case 'cell':
		case 'note':
			return kind;
		default:
			return 'body';
	}
}
