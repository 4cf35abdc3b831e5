import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type AnnotatedText, activate, noteCountOf, TextAnnotations } from '#renderer/features/annotations/index.ts';
import { useLinkCounts } from '#renderer/features/links/index.ts';
import { useDoubtfulMarks } from '#renderer/features/recognition/index.ts';
import { TextLanguages } from '#renderer/features/translations/index.ts';
import { followAddress } from '#renderer/lib/follow-address.ts';
import { createPassageDom } from '#renderer/lib/passage-dom.ts';
import type { Arriving } from '#renderer/lib/use-arrival.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { titleOrdinal } from '#shared/domain/text-outline.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { ReadAloud } from './aloud/ReadAloud.tsx';
import { Byline } from './Byline.tsx';
import { EditionContext, type EditionContextValue } from './blocks/edition-context.ts';
import { PassageText } from './blocks/PassageText.tsx';
import { ChoosableWords } from './ChoosableWords.tsx';
import { FiguresBefore } from './figures/FiguresBefore.tsx';
import { numberFigures } from './figures/figure-words.ts';
import { FindBar } from './find/FindBar.tsx';
import { UndrawnScripts } from './glyphs/UndrawnScripts.tsx';
import { TextScrollMarks } from './marks/TextScrollMarks.tsx';
import { PagesBeside } from './pages/PagesBeside.tsx';
import { PrintDialog } from './print/PrintDialog.tsx';
import { PrintedDocument } from './print/PrintedDocument.tsx';
import { useQuietReadingCommand } from './quiet-reading.ts';
import { ReaderInspector } from './ReaderInspector.tsx';
import { ReaderNavigation } from './ReaderNavigation.tsx';
import styles from './ReaderPage.module.css';
import { ReaderStatus } from './ReaderStatus.tsx';
import { ReaderText } from './ReaderText.tsx';
import { nothingDone, useReader } from './reader-store.ts';
import { RecordingBeside } from './recording/RecordingBeside.tsx';
import { useReadingSettings, useReadingSettingsOn } from './settings/reading-settings.ts';
import { headingLevels } from './text/heading-levels.ts';
import { useDrawnSections } from './text/use-drawn-sections.ts';
import { useNotes } from './text/use-notes.ts';
import { useSectionedText } from './text/use-sectioned-text.ts';
import { useOpeningPlace } from './use-opening-place.ts';
import { usePassageKeys } from './use-passage-keys.ts';
import { useQueryHits } from './use-query-hits.ts';
import { type KeptPlace, placeKey, useReadingPlace } from './use-reading-place.ts';
import { useSelectText } from './use-select-text.ts';
import { TextWriting } from './writing/TextWriting.tsx';

interface TextPageProps {
	record: RecordDetail;
	edition: Edition;
	arriving: Pick<Arriving, 'arrival' | 'text'>;
	archiveId: string;
	/** The passage that the address names. */
	namedOrdinal: number | null;
	annotationId: string | null;
	kept: KeptPlace | null;
	/** The search that led here; its hits are marked. */
	query: SearchQuery;
}

/** A text to read: its head, its passages, and what stands beside it in the frame. */
export function TextPage(props: TextPageProps) {
	const { record, edition, archiveId, namedOrdinal, kept } = props;
	const { arrival, text: arrived } = props.arriving;
	const { outline } = arrival;
	const { blocks, isWhole } = arrived;
	const [root, setRoot] = useState<HTMLElement | null>(null);
	const dom = useMemo(() => root && createPassageDom(root), [root]);
	// A text that begins with its own title has it as the page's heading; it stays a passage that can be marked.
	const titleAt = useMemo(() => titleOrdinal(outline), [outline]);
	const title = blocks[titleAt];
	const sectioned = useSectionedText(arrival, arrived, titleAt + 1);
	const drawn = useDrawnSections(root, sectioned, namedOrdinal ?? kept?.ordinal ?? 0);
	const goTo = useJump(record, edition);
	const { isDoubtShown } = useReadingSettings(record.id).settings;
	const doubtful = useDoubtfulMarks(edition, isDoubtShown);
	const notes = useNotes(arrived);
	const levels = useMemo(() => headingLevels(arrival.current().blocks), [arrival]);
	const context = useMemo<EditionContextValue>(
		() => ({
			editionId: edition.id,
			figureNumbers: numberFigures(outline),
			language: edition.language === 'und' ? '' : edition.language,
			headingLevels: levels,
			doubtful,
			notes,
			onGoTo: goTo,
			onFollow: followAddress,
		}),
		[edition.id, edition.language, outline, levels, doubtful, notes, goTo],
	);
	const text = useMemo<AnnotatedText | null>(
		() =>
			root &&
			dom && {
				root,
				dom,
				drawnCount: drawn.count,
				recordId: record.id,
				editionId: edition.id,
				...{ blocks, isWhole },
			},
		[root, dom, drawn.count, record.id, edition.id, blocks, isWhole],
	);

	useReadingSettingsOn(root, record.id);
	useQuietReadingCommand();
	const shown = { editionId: edition.id, shownId: record.editionId };
	const linked = useMemo(
		() => ({ editionId: edition.id, shownId: record.editionId, blocks }),
		[edition.id, record.editionId, blocks],
	);
	useLinkCounts(root, record.id, linked);
	useReadingPlace(root, dom, shown, placeKey(archiveId, record.id));
	useEffect(() => () => useReader.setState(nothingDone), []);
	useEffect(() => {
		if (props.annotationId) activate(props.annotationId as AnnotationId);
	}, [props.annotationId]);

	return (
		<EditionContext value={context}>
			<RecordingBeside {...props} blocks={blocks} text={text} draw={drawn.draw}>
				<PagesBeside {...props} blocks={blocks} text={text} draw={drawn.draw}>
					<TextWriting {...{ record, edition, blocks, isWhole }}>
						<div className={styles.frame}>
							{text && <FindBar text={text} draw={drawn.draw} />}
							{text && <ChoosableWords text={text} draw={drawn.draw} query={props.query} />}
							<article
								ref={setRoot}
								className={styles.page}
								aria-label={record.title}
								lang={context.language || undefined}
								tabIndex={-1}
								data-takes-focus
							>
								<div className={styles.column}>
									<header className={styles.head}>
										<FiguresBefore blocks={blocks} ordinal={titleAt} />
										{title ? (
											<PassageText as="h1" block={title} className={styles.title} />
										) : (
											<h1 className={styles.title}>{record.title}</h1>
										)}
										<Byline record={record} edition={edition} />
										<TextLanguages record={record} edition={edition} />
										<UndrawnScripts text={arrived} root={root} />
									</header>
									<ReaderText sections={sectioned.sections} turns={drawn.turns} />
									<div className={styles.end} />
								</div>
							</article>
							{text?.isWhole && <ReadAloud text={text} archiveId={archiveId} draw={drawn.draw} />}
							{text && <TextScrollMarks text={text} draw={drawn.draw} query={props.query} />}
						</div>
					</TextWriting>
				</PagesBeside>
			</RecordingBeside>
			{text && <TextLife text={text} {...props} draw={drawn.draw} />}
			{text && <TextAnnotations text={text} />}
			<ReaderNavigation record={record} edition={edition} blocks={blocks} onGoTo={goTo} />
			<ReaderInspector record={record} edition={edition} blocks={blocks} onGoTo={goTo} />
			<ReaderStatus outline={outline} wordCount={edition.wordCount} />
			{isWhole && <PrintDialog record={record} edition={edition} text={{ editionId: edition.id, blocks }} />}
			{isWhole && <PrintedDocument record={record} edition={edition} blocks={blocks} />}
		</EditionContext>
	);
}

interface TextLifeProps extends TextPageProps {
	text: AnnotatedText;
	draw(ordinal: number): void;
}

/** What a drawn text does: opens at its place, answers keys, marks the hits of a search. */
function TextLife({ text, namedOrdinal, kept, query, draw }: TextLifeProps) {
	useOpeningPlace({
		root: text.root,
		dom: text.dom,
		named: namedOrdinal === null ? null : { ordinal: namedOrdinal, offset: 0 },
		kept,
		drawnCount: text.drawnCount,
		draw,
	});
	usePassageKeys(text, draw, noteCountOf);
	useQueryHits(text, query);
	useSelectText(text.root);
	return null;
}

/** Goes to a passage as a step of the history, so that Back and B return. */
function useJump(record: RecordDetail, edition: Edition): (ordinal: number) => void {
	const navigate = useNavigate();
	return useCallback(
		(ordinal) => {
			useReader.setState({ returnTo: 'back' });
			void navigate({
				to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
				params: { recordId: record.id, editionId: edition.id, ordinal: String(ordinal) },
			});
		},
		[navigate, record.id, edition.id],
	);
}
