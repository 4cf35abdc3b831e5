import { memo } from 'react';
import type { TextSection } from '#shared/domain/text-outline.ts';
import { SectionView } from './blocks/SectionView.tsx';
import type { SectionTurns } from './text/section-turns.ts';

interface ReaderTextProps {
	sections: readonly TextSection[];
	turns: SectionTurns;
}

/** The text itself. */
export const ReaderText = memo(function ReaderText({ sections, turns }: ReaderTextProps) {
	return sections.map((section, index) => (
		<SectionView key={section.firstOrdinal} section={section} index={index} turns={turns} />
	));
});
