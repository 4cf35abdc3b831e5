import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { memo } from 'react';
import { QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { MarkedText } from '#renderer/features/search/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { Verdict } from '#shared/domain/mention.ts';
import { message } from '#shared/messages/messages.ts';
import { longerNameIn } from '#shared/name-suggestions/longer-name.ts';
import type { MentionFinder } from '#shared/search/mentions/mention-finder.ts';
import type { MentionRow } from '#shared/search/mentions/mention-rows.ts';
import type { HitMark } from '#shared/search/search-query.ts';
import { snippetAround } from '#shared/search/snippet.ts';
import styles from './MentionList.module.css';

interface MentionItemProps {
	row: MentionRow;
	/** Undefined while it is on the way. */
	text: string | undefined;
	/** Where the name stands in it, if that was looked up already. */
	known: readonly HitMark[] | undefined;
	/** Finds where the name stands in it. */
	find: MentionFinder;
	/** What the name is called. */
	title: string;
	/** By which it is sought. */
	forms: readonly string[];
	/** The same function each time: rows that stay as they are, are not drawn anew. */
	onJudge(row: MentionRow, verdict: Verdict): void;
}

/** A passage in which the name stands: opened at the words, confirmed, or said to speak of something else. */
export const MentionItem = memo(function MentionItem({
	row,
	text,
	known,
	find,
	title,
	forms,
	onJudge,
}: MentionItemProps) {
	const { number, verdict, how, isPart, recordId, editionId, ordinal } = row;
	const marks = text === undefined ? [] : (known ?? find(text));
	const words = wordsAt(text ?? '', marks);
	const longer = isPart && text !== undefined ? longerNameIn(text, row.language, marks, forms) : null;
	return (
		<>
			<div className={styles.passage}>
				<Link
					to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
					params={{ recordId, editionId, ordinal: String(ordinal), annotationId: undefined }}
					search={words === '' ? {} : { q: `"${words.replaceAll('"', ' ')}"` }}
					className={styles.place}
				>
					{number === null ? message('names.mentions.open') : message('names.mentions.at', { number })}
				</Link>
				{how === null || how === 'exact' ? null : <Chip>{message(`search.match.${how}`)}</Chip>}
				{isPart && longer === null ? <Chip>{message('names.mentions.part')}</Chip> : null}
				{longer === null ? null : (
					<Chip tone="warn">
						<span className={styles.longer}>{message('names.mentions.part.longer', { words: longer })}</span>
					</Chip>
				)}
				{verdict === null ? null : (
					<Chip tone={verdict === 'confirmed' ? 'ok' : 'warn'}>{message(`names.mentions.verdict.${verdict}`)}</Chip>
				)}
				{how === null ? (
					<span className={styles.gone}>{message('names.mentions.gone', { words: row.words })}</span>
				) : null}
			</div>
			<p className={styles.text} lang={row.language === 'und' ? '' : row.language} dir="auto">
				{text === undefined ? <span className={styles.waiting} /> : <Snippet text={text} marks={marks} />}
			</p>
			<Actions {...{ row, title, onJudge }} />
		</>
	);
});

/** Apart from the text, which comes later: the buttons of all rows in sight take longer to draw than the words. */
const Actions = memo(function Actions({ row, title, onJudge }: Pick<MentionItemProps, 'row' | 'title' | 'onJudge'>) {
	const { recordId, editionId, ordinal } = row;
	const isReadOnly = useIsReadOnly();
	return (
		<span className={styles.judge}>
			<QuoteCardButton recordId={recordId} range={{ editionId, ordinal }} />
			{isReadOnly ? null : <Judging {...{ row, title, onJudge }} />}
		</span>
	);
});

function Judging({ row, title, onJudge }: Pick<MentionItemProps, 'row' | 'title' | 'onJudge'>) {
	const { verdict } = row;
	return (
		<>
			<IconButton
				label={message('names.mentions.confirm', { name: title })}
				aria-pressed={verdict === 'confirmed'}
				onPress={() => onJudge(row, 'confirmed')}
			>
				<Check size={15} />
			</IconButton>
			<IconButton
				label={message('names.mentions.reject', { name: title })}
				aria-pressed={verdict === 'rejected'}
				onPress={() => onJudge(row, 'rejected')}
			>
				<X size={15} />
			</IconButton>
		</>
	);
}

function Snippet({ text, marks }: { text: string; marks: readonly HitMark[] }) {
	const { start, end } = snippetAround(text, marks);
	const shown = marks.filter(([from, to]) => from >= start && to <= end);
	return (
		<>
			{start > 0 ? '…' : null}
			<MarkedText text={text.slice(start, end)} marks={shown} start={start} />
			{end < text.length ? '…' : null}
		</>
	);
}

/** The first words that are taken for the name. */
export function wordsAt(text: string, marks: readonly HitMark[]): string {
	const [first] = marks;
	return first ? text.slice(first[0], first[1]) : '';
}
