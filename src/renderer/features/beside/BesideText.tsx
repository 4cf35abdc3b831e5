import './highlights.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import {
	type ChoosableText,
	PassageMenu,
	useHighlights,
	useMarksUnderPointer,
	useTextMenu,
	WordChooser,
} from '#renderer/features/annotations/index.ts';
import {
	EditionContext,
	type EditionContextValue,
	headingLevels,
	type Match,
	numberFigures,
	placeAtTop,
	ReaderText,
	ScrollMarks,
	scrollToPlace,
	useDrawnSections,
	useHitSpans,
	useNotes,
	useReadingSettings,
	useReadingSettingsOn,
	useScrollMarks,
	useSectionedText,
	useTextHighlight,
} from '#renderer/features/reader/index.ts';
import { useDoubtfulMarks } from '#renderer/features/recognition/index.ts';
import { followAddress } from '#renderer/lib/follow-address.ts';
import { createPassageDom } from '#renderer/lib/passage-dom.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { useEditionAnnotations } from '#renderer/lib/record-annotations.ts';
import { type Arriving, useArrival } from '#renderer/lib/use-arrival.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { TextOpening } from '#shared/domain/text-outline.ts';
import { partWithin } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import styles from './BesidePage.module.css';
import type { BesidePlace } from './beside-address.ts';
import type { BesideSide, ChosenWords } from './chosen-words.ts';
import type { DrawnText } from './drawn-text.ts';
import { useChoosing } from './use-choosing.ts';
import { usePassageSteps } from './use-passage-steps.ts';
import { usePlaceBeside } from './use-place-beside.ts';

interface BesideTextProps {
	side: BesideSide;
	place: BesidePlace;
	/** The search that led here; its hits are marked. */
	query: SearchQuery;
	/** The keyboard is, or was last, in this one. */
	isActive: boolean;
	chosen: ChosenWords | null;
	/** Whether where it is left is where its record is opened again. */
	isKept: boolean;
	/** What is being found in it now. */
	finds: readonly Match[];
	/** A place in it is about to be shown: the other text follows. */
	onLead(side: BesideSide): void;
	onChoose(chosen: ChosenWords): void;
	/** What is chosen has become a note. */
	onNoted(): void;
	/** The text as it is on the page now, and null when it leaves. */
	onDrawn(side: BesideSide, text: DrawnText | null): void;
}

/** One of the two texts: its record and edition are looked up, then it is read as in the reader. */
export function BesideText(props: BesideTextProps) {
	const { recordId, editionId: named } = props.place;
	const { data: record, error } = useQuery(queries.records.get({ id: recordId }));
	const edition = record?.editions.find(({ id }) => id === (named ?? record.editionId));
	if (error) return <ErrorNotice error={error} />;
	if (!record) return <Waiting />;
	if (!edition) {
		const isDescribedOnly = record.holding === 'described-only';
		return (
			<p className={styles.waiting}>
				{message(isDescribedOnly ? 'reader.described-only-means' : 'reader.no-text-means')}
			</p>
		);
	}
	return <EditionText key={edition.id} {...props} record={record} edition={edition} />;
}

interface EditionTextProps extends BesideTextProps {
	record: RecordDetail;
	edition: Edition;
}

function EditionText(props: EditionTextProps) {
	const { data, error } = useQuery(queries.editions.opening({ id: props.edition.id, ordinal: 0 }));
	if (error) return <ErrorNotice error={error} />;
	return data ? <OpenedText {...props} opening={data} /> : <Waiting />;
}

/** Drawn once it is whole: to lay one text beside another takes all of both. */
function OpenedText(props: EditionTextProps & { opening: TextOpening }) {
	const arriving = useArrival(props.edition.id, props.opening);
	if (arriving.error) return <ErrorNotice error={arriving.error} onRetry={arriving.retry} />;
	return arriving.text.isWhole ? <Page {...props} arriving={arriving} /> : <Waiting />;
}

function Waiting() {
	return (
		<p role="status" className={styles.waiting}>
			{message('place.loading')}
		</p>
	);
}

function Page({ record, edition, arriving, ...props }: EditionTextProps & { arriving: Arriving }) {
	const { arrival, text: arrived } = arriving;
	const { blocks } = arrived;
	const [root, setRoot] = useState<HTMLElement | null>(null);
	const dom = useMemo(() => root && createPassageDom(root), [root]);
	const sectioned = useSectionedText(arrival, arrived, 0);
	const drawn = useDrawnSections(root, sectioned, props.place.ordinal ?? 0);
	const language = edition.language === 'und' ? '' : edition.language;
	const { isDoubtShown } = useReadingSettings(record.id).settings;
	const doubtful = useDoubtfulMarks(edition, isDoubtShown);
	const notes = useNotes(arrived);
	const context = useMemo<EditionContextValue>(
		() => ({
			...{ editionId: edition.id, figureNumbers: numberFigures(arrival.outline) },
			...{ language, headingLevels: headingLevels(blocks), doubtful, notes, onFollow: followAddress },
		}),
		[edition.id, arrival, language, blocks, doubtful, notes],
	);
	const text = useMemo<DrawnText | null>(
		() =>
			root &&
			dom && {
				...{ root, dom, blocks, isWhole: true, drawnCount: drawn.count, draw: drawn.draw },
				...{ record, recordId: record.id, editionId: edition.id },
			},
		[root, dom, blocks, drawn.count, drawn.draw, record, edition.id],
	);
	useReadingSettingsOn(root, record.id);
	const { side, onDrawn } = props;
	useEffect(() => onDrawn(side, text), [side, text, onDrawn]);
	useEffect(() => () => onDrawn(side, null), [side, onDrawn]);
	return (
		<EditionContext value={context}>
			<div className={styles.shown}>
				<article
					ref={setRoot}
					className={styles.text}
					aria-label={record.title}
					lang={language || undefined}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
					tabIndex={0}
					data-takes-focus
					data-side={side}
				>
					<ReaderText sections={sectioned.sections} turns={drawn.turns} />
				</article>
				{text && <Marks text={text} {...props} />}
			</div>
			{text && <TextLife text={text} {...props} />}
		</EditionContext>
	);
}

/** The marks along the scrollbar; a press goes to one. */
function Marks({ text, side, finds, query, onLead }: BesideTextProps & { text: DrawnText }) {
	const marks = useScrollMarks(text, finds, query);
	const { root, dom, draw } = text;
	return (
		<ScrollMarks
			text={text}
			marks={marks}
			onGoTo={(place) => {
				onLead(side);
				draw(place.ordinal);
				scrollToPlace(root, dom, place);
				root.scrollTop -= root.clientHeight / 3;
			}}
		/>
	);
}

/** What a drawn text does here: opens at its place, moves by passages, shows marks and what is chosen. */
function TextLife({ text, side, query, isActive, chosen, onChoose, ...props }: BesideTextProps & { text: DrawnText }) {
	const { annotations } = useEditionAnnotations(text.recordId, text.editionId);
	usePlaceBeside(text, { ...props, side, isActive, ordinal: props.place.ordinal });
	const highlights = useHighlights(text, annotations);
	useMarksUnderPointer(text, annotations, highlights);
	const hitsOf = useHitSpans(query);
	useTextHighlight(text, `beside-hit-${side}`, 8, hitsOf);
	const choosable = useMemo<ChoosableText>(
		() => ({
			...text,
			topOrdinal: () => placeAtTop(text.root, text.dom, 'passage')?.ordinal ?? 0,
			foundOn: (block) => hitsOf?.(block) ?? [],
		}),
		[text, hitsOf],
	);
	useChoosing(choosable, isActive, onChoose);
	useTextMenu(text);
	usePassageSteps(text, text.draw, isActive);
	const range = chosen?.end.range ?? null;
	const spansOf = useMemo(() => range && spansIn(range), [range]);
	useTextHighlight(text, `beside-${side}`, 9, spansOf);
	return (
		<>
			<WordChooser text={choosable} />
			{/* The one menu that is open is of the text that one is at: to ask for it leads there. */}
			{isActive ? <PassageMenu isBeside text={text} annotations={annotations} onMarked={props.onNoted} /> : null}
		</>
	);
}

function spansIn(range: TextRange): (block: StoredBlock) => { start: number; end: number }[] {
	return (block) => {
		const part = partWithin(range, block);
		return part ? [part] : [];
	};
}
