import { useLayoutEffect } from 'react';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { SectionView } from './blocks/SectionView.tsx';
import type { TextSection } from './text/text-sections.ts';
import type { DrawnSections } from './text/use-drawn-sections.ts';

interface ReaderTextProps {
	sections: readonly TextSection[];
	drawn: DrawnSections;
	dom: PassageDom | null;
}

/** The text itself. */
export function ReaderText({ sections, drawn, dom }: ReaderTextProps) {
	// biome-ignore lint/correctness/useExhaustiveDependencies: count says that passages were added to the document
	useLayoutEffect(() => dom?.refresh(), [dom, drawn.count]);
	return sections.map((section, index) => (
		<SectionView key={section.firstOrdinal} section={section} isDrawn={drawn.isDrawn(index)} />
	));
}
