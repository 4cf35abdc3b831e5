export { AnnotationsPage } from './AnnotationsPage.tsx';
export { type AnnotatedText, focusedOrdinal } from './annotated-text.ts';
export { addAnnotation } from './annotation-mutations.ts';
export { type Thread, threadsOf } from './annotation-order.ts';
export {
	activate,
	forgetView,
	hover,
	noteCountOf,
	openPassageMenu,
	openWordsMenu,
	showCard,
	startEditing,
	useLitAnnotation,
	useNoteCount,
	useWantedCard,
} from './annotations-store.ts';
export { announceMark } from './announce-mark.ts';
export { AnnotationsPane } from './cards/AnnotationsPane.tsx';
export { MarkdownText } from './MarkdownText.tsx';
export { MarkEntries } from './MarkEntries.tsx';
export { mark } from './marking.ts';
export { copyPassageReference, PassageMenu } from './PassageMenu.tsx';
export { purposeStyles } from './purpose-style.ts';
export { focusSelectionBar } from './SelectionBar.tsx';
export { rangeToMark, wholePassage } from './selection-range.ts';
export { TextAnnotations } from './TextAnnotations.tsx';
export { useHighlights } from './use-highlights.ts';
export { useMarksUnderPointer } from './use-marks-under-pointer.ts';
export { useTextMenu } from './use-text-menu.ts';
export { useSelectionWithin, useTextSelection } from './use-text-selection.ts';
export { useWordChoosing } from './words/use-word-choosing.ts';
export { WordChooser } from './words/WordChooser.tsx';
export {
	type ChoosableText,
	chooseFound,
	endChoosing,
	rangeBeingChosen,
	takeWords,
} from './words/word-choice.ts';
