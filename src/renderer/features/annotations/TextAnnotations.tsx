import { useEffect } from 'react';
import { useEditionAnnotations } from '#renderer/lib/record-annotations.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { forgetView } from './annotations-store.ts';
import { PassageMenu } from './PassageMenu.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useHighlights, useNoteCounts } from './use-highlights.ts';
import { useMarginButtons } from './use-margin-buttons.ts';
import { useMarkCommands } from './use-mark-commands.ts';
import { useMarksUnderPointer } from './use-marks-under-pointer.ts';
import { useTextMenu } from './use-text-menu.ts';
import { useTextSelection } from './use-text-selection.ts';

/** Everything that annotations do on the text itself; their cards stand in the inspector (`AnnotationsPane`). */
export function TextAnnotations({ text }: { text: AnnotatedText }) {
	const { annotations } = useEditionAnnotations(text.recordId, text.editionId);
	useEffect(() => forgetView, []);
	const highlights = useHighlights(text, annotations);
	useNoteCounts(annotations, text.editionId);
	useTextSelection(text);
	useTextMenu(text);
	useMarksUnderPointer(text, annotations, highlights);
	useMarginButtons(text, annotations);
	useMarkCommands(text, annotations);
	return (
		<>
			<SelectionBar />
			<PassageMenu text={text} annotations={annotations} />
		</>
	);
}
