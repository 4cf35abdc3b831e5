import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { addQuote, QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { useIsNoteless, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { passagesAround } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { SearchDocument } from '#shared/api/search-api.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { createHitFinder } from '#shared/search/marks.ts';
import { parseQuery } from '#shared/search/query/query-clauses.ts';
import type { SearchHit, SearchQuery, WidenedWords } from '#shared/search/search-query.ts';
import { foundWords } from './found-words.ts';
import { HitMenu } from './HitMenu.tsx';
import styles from './HitPreview.module.css';
import { hitDetails, hitKind, hitTitle, openWords } from './hit-words.ts';
import { MarkedText } from './MarkedText.tsx';

interface HitPreviewProps {
	hit: SearchHit;
	query: SearchQuery;
	/** What else answers the words of the query. */
	widened: WidenedWords;
	onOpen(): void;
}

const passagesBesides = 2;
/** Of a text's beginning those are looked through, for the first that are more than its title and headings. */
const passagesAtBeginning = 8;
const passagesShownOfBeginning = 2;

/** The selected hit with the passages around it. */
export function HitPreview({ hit, query, widened, onOpen }: HitPreviewProps) {
	const passages = usePassagesAround(hit, passagesBesides);
	const { text } = query;
	const find = useMemo(() => createHitFinder(parseQuery(text), widened), [text, widened]);
	const isShown = hit.kind === 'passage' && passages.length > 0;
	const shown = hit.kind === 'passage' ? passages.find(({ ordinal }) => ordinal === hit.ordinal) : undefined;
	return (
		<section aria-label={message('search.preview')} className={styles.preview}>
			<h2 className={styles.title}>{hitTitle(hit)}</h2>
			<p className={styles.details}>
				<Chip>{hitKind(hit)}</Chip> {hitDetails(hit)}
			</p>
			{isShown ? null : (
				<p className={styles.text} lang={langOf(hit.language)} dir="auto">
					<MarkedText text={hit.snippet.text} marks={hit.marks} start={hit.snippet.start} />
				</p>
			)}
			{hit.kind === 'title' ? <RecordBelow recordId={hit.ownerId as RecordId} /> : null}
			{passages.map((passage) => (
				<Passage key={passage.key} passage={passage} isAround={passage.ordinal !== hit.ordinal}>
					<MarkedText text={passage.text} marks={find(passage.text).marks} />
				</Passage>
			))}
			<Button variant="primary" onPress={onOpen}>
				{openWords(hit)}
			</Button>
			<MarkButton hit={hit} />
			{shown ? <GatherButton hit={hit} text={shown.text} /> : null}
		</section>
	);
}

/** What a record says of itself, and how its text begins: of a title, nothing else stands around it. */
function RecordBelow({ recordId }: { recordId: RecordId }) {
	const { data: record } = useQuery(queries.records.get({ id: recordId }));
	const beginning = usePassagesAround(
		{ ownerId: recordId, editionId: record?.editionId ?? undefined, ordinal: 0 },
		passagesAtBeginning,
	);
	if (!record) return null;
	const { creators, description } = record;
	return (
		<>
			{creators.length > 0 ? (
				<p className={styles.details} dir="auto">
					{creators.map(({ name }) => name).join(' · ')}
				</p>
			) : null}
			{record.holding === 'held' ? null : <Chip tone="warn">{message(`record.holding.${record.holding}`)}</Chip>}
			{description === '' ? null : (
				<p className={classes(styles.text, styles.description)} dir="auto">
					{description}
				</p>
			)}
			{beginning
				.filter(({ number }) => typeof number === 'number')
				.slice(0, passagesShownOfBeginning)
				.map((passage) => (
					<Passage key={passage.key} passage={passage} isAround>
						{passage.text}
					</Passage>
				))}
		</>
	);
}

interface PassageProps {
	passage: SearchDocument;
	/** It stands there for what is around it alone. */
	isAround: boolean;
	children: ReactNode;
}

function Passage({ passage: { language, number }, isAround, children }: PassageProps) {
	return (
		<p className={classes(styles.text, isAround && styles.around)} lang={langOf(language)} dir="auto">
			{typeof number === 'number' ? <span className={styles.number}>{number}</span> : null}
			{children}
		</p>
	);
}

/** Opens the menu of what can be done with the words that were found. */
function MarkButton({ hit }: { hit: SearchHit }) {
	const button = useRef<HTMLSpanElement>(null);
	const [isOpen, setIsOpen] = useState(false);
	const found = foundWords(hit);
	if (useIsNoteless() || !found) return null;
	return (
		<>
			<span ref={button}>
				<Button aria-haspopup="menu" aria-expanded={isOpen} onPress={() => setIsOpen(true)}>
					{message('search.mark')}
				</Button>
			</span>
			{isOpen ? <HitMenu hit={hit} at={button} onClose={() => setIsOpen(false)} /> : null}
		</>
	);
}

/** Keeps the whole passage of a hit among the quotations. */
function GatherButton({ hit: { ownerId, editionId, ordinal }, text }: { hit: SearchHit; text: string }) {
	const isReadOnly = useIsReadOnly();
	if (editionId === undefined || ordinal === undefined) return null;
	const place = { startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: text.length };
	const range = { editionId: editionId as EditionId, ...place };
	const recordId = ownerId as RecordId;
	return (
		<>
			{isReadOnly ? null : <Button onPress={() => void addQuote(recordId, range)}>{message('quotes.add')}</Button>}
			<QuoteCardButton recordId={recordId} range={range} />
		</>
	);
}

function langOf(language: string): string {
	return language === 'und' ? '' : language;
}

interface Place {
	ownerId: string;
	/** Nothing is around what stands in no text. */
	editionId?: string | undefined;
	ordinal?: number | undefined;
}

/** Up to `count` passages before and after a place. */
function usePassagesAround({ ownerId, editionId, ordinal }: Place, count: number): SearchDocument[] {
	const [found, setFound] = useState<{ key: string; passages: SearchDocument[] } | null>(null);
	const key = `${ownerId} ${editionId} ${ordinal}`;
	useEffect(() => {
		if (editionId === undefined || ordinal === undefined) return;
		let isCurrent = true;
		void passagesAround({ ownerId, editionId, ordinal }, count).then((passages) => {
			if (isCurrent) setFound({ key, passages });
		});
		return () => {
			isCurrent = false;
		};
	}, [key, ownerId, editionId, ordinal, count]);
	return found?.key === key ? found.passages : [];
}
