import { useEffect, useMemo, useState } from 'react';
import { message } from '#shared/messages/messages.ts';
import { problemMessage } from '#shared/search/query/describe-problem.ts';
import { readQuery } from '#shared/search/query/parse-query.ts';
import type { QueryProblem } from '#shared/search/query/query-tree.ts';
import styles from './QueryProblems.module.css';

const restMs = 700;
/** So much of the query is shown on either side of the part that is meant. */
const contextLength = 24;

/**
 * What of the query cannot be read, and where. What may just be unfinished is said only when the typing rests; the
 * region is always there, so that a screen reader hears what comes into it.
 */
export function QueryProblems({ text }: { text: string }) {
	const { tree, problems } = useMemo(() => readQuery(text), [text]);
	const isResting = useRest(text);
	const shown = problems.filter(({ severity, isAtEnd }) => isResting || (severity === 'fault' && !isAtEnd));
	return (
		<div role="status" aria-label={message('query.problem')} className={styles.problems}>
			{shown.map((problem) => (
				<p key={`${problem.code}-${problem.start}`} className={styles.problem}>
					<Place text={text} problem={problem} /> {problemMessage(problem)}
					{problem.severity === 'fault' ? (
						<span className={styles.rest}> {message(tree ? 'query.fault.before' : 'query.fault.nothing')}</span>
					) : null}
				</p>
			))}
		</div>
	);
}

function Place({ text, problem: { start, length } }: { text: string; problem: QueryProblem }) {
	const end = start + length;
	const [from, to] = [Math.max(0, start - contextLength), Math.min(text.length, end + contextLength)];
	return (
		<q className={styles.query}>
			{from > 0 ? '…' : ''}
			{text.slice(from, start)}
			<mark className={styles.place}>{text.slice(start, end)}</mark>
			{text.slice(end, to)}
			{to < text.length ? '…' : ''}
		</q>
	);
}

/** Whether the text has been the same for a while. */
function useRest(text: string): boolean {
	const [rested, setRested] = useState(text);
	useEffect(() => {
		const timer = setTimeout(() => setRested(text), restMs);
		return () => clearTimeout(timer);
	}, [text]);
	return rested === text;
}
