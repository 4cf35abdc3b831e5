import { useEffect, useMemo, useRef, useState } from 'react';
import { addQuote, QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { useIsNoteless, useIsReadOnly } from '#renderer/lib/archive-status.ts';
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
import { hitDetails, hitKind, hitTitle } from './hit-words.ts';
import { MarkedText } from './MarkedText.tsx';

interface HitPreviewProps {
	hit: SearchHit;
	query: SearchQuery;
	/** What else answers the words of the query. */
	widened: WidenedWords;
	onOpen(): void;
}

const passagesBesides = 2;

/** The selected hit with the passages around it. */
export function HitPreview({ hit, query, widened, onOpen }: HitPreviewProps) {
	const passages = usePassagesAround(hit);
	const { text } = query;
	const find = useMemo(() => createHitFinder(parseQuery(text), widened), [text, widened]);
	const isShown = hit.kind === 'passage' && passages.length > 0;
	const { number } = hit;
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
			{passages.map((passage) => (
				<p
					key={passage.key}
					className={classes(styles.text, passage.ordinal !== hit.ordinal && styles.around)}
					lang={langOf(passage.language)}
					dir="auto"
				>
					{typeof passage.number === 'number' ? <span className={styles.number}>{passage.number}</span> : null}
					<MarkedText text={passage.text} marks={find(passage.text).marks} />
				</p>
			))}
			<Button variant="primary" onPress={onOpen}>
				{typeof number === 'number' ? message('search.open-at', { number }) : message('search.open')}
			</Button>
			<MarkButton hit={hit} />
			{shown ? <GatherButton hit={hit} text={shown.text} /> : null}
		</section>
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
			{isOpen ? (
				<HitMenu recordId={hit.ownerId as RecordId} found={found} at={button} onClose={() => setIsOpen(false)} />
			) : null}
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

function usePassagesAround({ key, ownerId, editionId, ordinal }: SearchHit): SearchDocument[] {
	const [found, setFound] = useState<{ key: string; passages: SearchDocument[] } | null>(null);
	useEffect(() => {
		if (editionId === undefined || ordinal === undefined) return;
		let isCurrent = true;
		void passagesAround({ ownerId, editionId, ordinal }, passagesBesides).then((passages) => {
			if (isCurrent) setFound({ key, passages });
		});
		return () => {
			isCurrent = false;
		};
	}, [key, ownerId, editionId, ordinal]);
	return found?.key === key ? found.passages : [];
}
