import { useMemo } from 'react';
import type { StoredBlock } from '#shared/domain/block.ts';
import { EditionContext, type EditionContextValue, useEdition } from '../blocks/edition-context.ts';
import { FigureView } from './FigureView.tsx';

/** What a picture that stands alone has to know of its edition. */
export type FigureEdition = Pick<EditionContextValue, 'editionId' | 'figureNumbers' | 'language'>;

/** A picture of an edition outside of its text, shown as within it. What scrolls it has `scrollsPicturesAttribute`. */
export function LoneFigure({ edition, block }: { edition: FigureEdition; block: StoredBlock }) {
	const around = useEdition();
	const context = useMemo(() => ({ ...around, ...edition }), [around, edition]);
	return (
		<EditionContext value={context}>
			<FigureView block={block} />
		</EditionContext>
	);
}
