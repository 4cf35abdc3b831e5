import { memo } from 'react';
import { SectionView } from './blocks/SectionView.tsx';
import type { SectionTurns } from './text/section-turns.ts';
import type { TextSection } from './text/text-sections.ts';

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
