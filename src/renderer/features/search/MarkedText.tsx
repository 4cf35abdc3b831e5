import type { ReactNode } from 'react';
import type { HitMark, MatchKind } from '#shared/search/search-query.ts';
import styles from './MarkedText.module.css';

interface MarkedTextProps {
	text: string;
	/** Spans in a text of which `text` is the part from `start` on. */
	marks: readonly HitMark[];
	start?: number;
}

/** A text as it stands, with the words that answer the query marked. */
export function MarkedText({ text, marks, start = 0 }: MarkedTextProps) {
	const parts: ReactNode[] = [];
	let end = 0;
	for (const [from, to, how] of marks) {
		parts.push(text.slice(end, from - start));
		parts.push(
			<mark key={from} className={isFar(how) ? styles.near : styles.mark}>
				{text.slice(from - start, to - start)}
			</mark>,
		);
		end = to - start;
	}
	parts.push(text.slice(end));
	return <>{parts}</>;
}

/** Whether the word may be another one than was meant. */
function isFar(how: MatchKind): boolean {
	return how === 'near' || how === 'script' || how === 'alias';
}
