import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { rememberPlace, useReader } from '../reader-store.ts';
import { scrollToPlace } from '../text/place-on-page.ts';
import { ScrollMarks } from './ScrollMarks.tsx';
import { useScrollMarks } from './use-scroll-marks.ts';

interface TextScrollMarksProps {
	text: AnnotatedText;
	draw(ordinal: number): void;
	query: SearchQuery;
}

/** The marks along the scrollbar of the text that is read; a press goes to one, and B comes back. */
export function TextScrollMarks({ text, draw, query }: TextScrollMarksProps) {
	const finds = useReader((view) => view.finds);
	const marks = useScrollMarks(text, finds, query);
	const { root, dom } = text;
	function goTo(place: TextPoint): void {
		rememberPlace();
		draw(place.ordinal);
		scrollToPlace(root, dom, place);
		root.scrollTop -= root.clientHeight / 3;
	}
	return <ScrollMarks text={text} marks={marks} onGoTo={goTo} />;
}
