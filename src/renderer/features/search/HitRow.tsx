import { memo } from 'react';
import { Chip } from '#renderer/ui/Chip.tsx';
import { message } from '#shared/messages/messages.ts';
import type { SearchHit } from '#shared/search/search-query.ts';
import styles from './HitRow.module.css';
import { hitDetails, hitKind, hitTitle } from './hit-words.ts';
import { MarkedText } from './MarkedText.tsx';

interface HitRowProps {
	hit: SearchHit;
	/** The same record as the hit above: its title is not said again. */
	isContinued: boolean;
}

/** One hit: where it stands, and its words in context. */
export const HitRow = memo(function HitRow({ hit, isContinued }: HitRowProps) {
	const { how } = hit;
	const { text, start, end, length } = hit.snippet;
	const words = (
		<>
			{start > 0 ? '…' : null}
			<MarkedText text={text} marks={hit.marks} start={start} />
			{end < length ? '…' : null}
		</>
	);
	return (
		<>
			<div className={styles.head}>
				{hit.kind === 'title' ? (
					<span className={styles.title}>{words}</span>
				) : isContinued ? null : (
					<span className={styles.title}>{hitTitle(hit)}</span>
				)}
				<Chip>{hitKind(hit)}</Chip>
				<span className={styles.details}>{hitDetails(hit)}</span>
				{how ? (
					<span
						className={styles.match}
						title={message('search.match.words', { words: Object.keys(hit.matched).join(', ') })}
					>
						<Chip>{message(`search.match.${how}`)}</Chip>
					</span>
				) : null}
			</div>
			{hit.kind === 'title' ? null : (
				<p className={styles.snippet} lang={hit.language === 'und' ? '' : hit.language} dir="auto">
					{words}
				</p>
			)}
		</>
	);
});
