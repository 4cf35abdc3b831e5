import { memo } from 'react';
import { bundleAttribute } from '#renderer/lib/passage-dom.ts';
import type { SectionTurns } from '../text/section-turns.ts';
import type { SectionBundle } from '../text/text-sections.ts';
import styles from './blocks.module.css';
import { intrinsicHeight } from './height-for.ts';
import { SectionView } from './SectionView.tsx';

interface BundleViewProps {
	bundle: SectionBundle;
	turns: SectionTurns;
}

/**
 * Some sections of a text. What is far away is passed over a bundle at a time: the browser goes through hundreds of
 * sections with every frame, and gives each its style again with every change of the theme.
 */
export const BundleView = memo(function BundleView({ bundle, turns }: BundleViewProps) {
	const { sections, firstIndex, weight } = bundle;
	return (
		<div
			className={styles.bundle}
			{...{ [bundleAttribute]: sections[0]?.firstOrdinal }}
			style={intrinsicHeight(weight)}
		>
			{sections.map((section, at) => (
				<SectionView key={section.firstOrdinal} section={section} index={firstIndex + at} turns={turns} />
			))}
		</div>
	);
});
