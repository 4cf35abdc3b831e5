import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type AnnotatedText, activate, noteCountOf, TextAnnotations } from '#renderer/features/annotations/index.ts';
import { useLinkCounts } from '#renderer/features/links/index.ts';
import { useDoubtfulMarks } from '#renderer/features/recognition/index.ts';
import { createPassageDom } from '#renderer/lib/passage-dom.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { ReadAloud } from './aloud/ReadAloud.tsx';
import { Byline } from './Byline.tsx';
import { EditionContext, type EditionContextValue } from './blocks/edition-context.ts';
import { PassageText } from './blocks/PassageText.tsx';
import { FindBar } from './find/FindBar.tsx';
import { followAddress } from './follow-address.ts';
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
import { sectionBlocks } from './text/text-sections.ts';
import { useDrawnSections } from './text/use-drawn-sections.ts';
import { useNotes } from './text/use-notes.ts';
import { useOpeningPlace } from './use-opening-place.ts';
import { usePassageKeys } from './use-passage-keys.ts';
import { useQueryHits } from './use-query-hits.ts';
import { type KeptPlace, placeKey, useReadingPlace } from './use-reading-place.ts';
import { useSelectText } from './use-select-text.ts';

interface TextPageProps {
	record: RecordDetail;
	edition: Edition;
	blocks: readonly StoredBlock[];
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
	const { record, edition, blocks, archiveId, namedOrdinal, kept } = props;
	const [root, setRoot] = useState<HTMLElement | null>(null);
	const dom = useMemo(() => root && createPassageDom(root), [root]);
	const { title, rest } = useMemo(() => splitTitle(blocks), [blocks]);
	const sections = useMemo(() => sectionBlocks(rest), [rest]);
	const drawn = useDrawnSections(root, sections, namedOrdinal ?? kept?.ordinal ?? 0);
	const goTo = useJump(record, edition);
	const [{ isDoubtShown }] = useReadingSettings();
	const doubtful = useDoubtfulMarks(edition, isDoubtShown);
	const notes = useNotes(blocks);
	const context = useMemo<EditionContextValue>(
		() => ({
			language: edition.language === 'und' ? '' : edition.language,
			headingLevels: headingLevels(blocks),
			doubtful,
			notes,
			onGoTo: goTo,
			onFollow: followAddress,
		}),
		[edition.language, blocks, doubtful, notes, goTo],
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
				blocks,
			},
		[root, dom, drawn.count, record.id, edition.id, blocks],
	);

	useReadingSettingsOn(root);
	useQuietReadingCommand();
	useLinkCounts(root, record.id, edition.id);
	const shown = { editionId: edition.id, shownId: record.editionId };
	useReadingPlace(root, dom, shown, placeKey(archiveId, record.id));
	useEffect(() => () => useReader.setState(nothingDone), []);
	useEffect(() => {
		if (props.annotationId) activate(props.annotationId as AnnotationId);
	}, [props.annotationId]);

	return (
		<EditionContext value={context}>
			<RecordingBeside {...props} text={text} draw={drawn.draw}>
				<PagesBeside {...props} text={text} draw={drawn.draw}>
					<div className={styles.frame}>
						{text && <FindBar text={text} draw={drawn.draw} />}
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
									{title ? (
										<PassageText as="h1" block={title} className={styles.title} />
									) : (
										<h1 className={styles.title}>{record.title}</h1>
									)}
									<Byline record={record} edition={edition} />
									<UndrawnScripts blocks={blocks} root={root} />
								</header>
								<ReaderText sections={sections} turns={drawn.turns} />
								<div className={styles.end} />
							</div>
						</article>
						{text && <ReadAloud text={text} archiveId={archiveId} draw={drawn.draw} />}
						{text && <TextScrollMarks text={text} draw={drawn.draw} query={props.query} />}
					</div>
				</PagesBeside>
			</RecordingBeside>
			{text && <TextLife text={text} {...props} draw={drawn.draw} />}
			{text && <TextAnnotations text={text} />}
			<ReaderNavigation record={record} edition={edition} blocks={blocks} onGoTo={goTo} />
			<ReaderInspector record={record} edition={edition} blocks={blocks} onGoTo={goTo} />
			<ReaderStatus blocks={blocks} />
			<PrintDialog record={record} />
			<PrintedDocument record={record} edition={edition} blocks={blocks} />
		</EditionContext>
	);
}

interface TextLifeProps extends TextPageProps {
	text: AnnotatedText;
	draw(ordinal: number): void;
}

/** What a drawn text does: opens at its place, answers keys, marks the hits of a search. */
function TextLife({ text, namedOrdinal, kept, query, draw }: TextLifeProps) {
	const announcement = useReader((view) => view.announcement);
	useOpeningPlace({
		root: text.root,
		dom: text.dom,
		named: namedOrdinal === null ? null : { ordinal: namedOrdinal, offset: 0 },
		kept,
		draw,
	});
	usePassageKeys(text, draw, noteCountOf);
	useQueryHits(text, query);
	useSelectText(text.root);
	return (
		<div role="status" className="visually-hidden">
			{announcement}
		</div>
	);
}

/** A text that begins with its own title has it as the page's heading; it stays a passage that can be marked. */
function splitTitle(blocks: readonly StoredBlock[]): { title: StoredBlock | null; rest: readonly StoredBlock[] } {
	const at = blocks.findIndex((block) => block.text.length > 0);
	const first = blocks[at];
	return first?.kind === 'title' ? { title: first, rest: blocks.slice(at + 1) } : { title: null, rest: blocks };
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
