import { memo, useMemo } from 'react';
import type { TextSection } from '#shared/domain/text-outline.ts';
import { BundleView } from './blocks/BundleView.tsx';
import type { SectionTurns } from './text/section-turns.ts';
import { bundleSections } from './text/text-sections.ts';

interface ReaderTextProps {
	sections: readonly TextSection[];
	turns: SectionTurns;
}

/** The text itself. */
export const ReaderText = memo(function ReaderText({ sections, turns }: ReaderTextProps) {
	const bundles = useMemo(() => bundleSections(sections), [sections]);
	return bundles.map((bundle) => <BundleView key={bundle.firstIndex} bundle={bundle} turns={turns} />);
});
