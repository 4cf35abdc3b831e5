import type { AriaRole } from 'react';
import { ordinalAttribute } from '#renderer/lib/passage-dom.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { isReadFromRight } from '#shared/text/base-direction.ts';
import styles from './blocks.module.css';
import { useEdition } from './edition-context.ts';
import { InlineText } from './InlineText.tsx';

interface PassageTextProps {
	as: 'div' | 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'pre' | 'span';
	block: StoredBlock;
	className?: string | undefined;
	role?: AriaRole;
}

/** In UTF-16 units: a dozen pages in one piece. */
const longPassage = 20_000;

/**
 * The browser finds out the direction of a line by looking through all of the paragraph, for each of its lines: a line of a
 * million characters takes it a quarter of a minute. Of so long a passage it is told.
 */
function directionOfLong(text: string): 'ltr' | 'rtl' | undefined {
	if (text.length < longPassage) return undefined;
	return isReadFromRight(text) ? 'rtl' : 'ltr';
}

/** The element of one passage. It contains the stored text and nothing else: offsets are counted in it (`passage-dom.ts`). */
export function PassageText({ as: Element, block, className, role }: PassageTextProps) {
	const { language } = useEdition();
	const kept = block.kind === 'verse' || block.kind === 'preformatted';
	const breaks = kept ? styles.keptSpace : block.wrapped ? '' : styles.keptBreaks;
	return (
		<Element
			{...{ [ordinalAttribute]: block.ordinal }}
			dir={directionOfLong(block.text)}
			lang={block.language || language || undefined}
			className={[styles.passage, breaks, className].filter(Boolean).join(' ')}
			role={role}
			tabIndex={-1}
		>
			<InlineText block={block} />
		</Element>
	);
}
