import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { ComparedRow } from './ComparedRow.tsx';
import styles from './ComparePage.module.css';
import { type Compared, compareTexts, countKinds } from './compared-texts.ts';

const estimatedRowPx = 96;
const rowsBeyond = 6;

interface ComparisonProps {
	before: Edition;
	after: Edition;
}

export function Comparison({ before, after }: ComparisonProps) {
	const { recordId } = after;
	const old = useQuery(queries.editions.blocks({ id: before.id }));
	const other = useQuery(queries.editions.blocks({ id: after.id }));
	const pairs = useQuery(queries.editions.counterparts({ id: before.id, otherId: after.id }));
	const { data: annotations } = useQuery(queries.annotations.list({ recordId }));
	const { data: inOld } = useQuery(queries.annotations.placesIn({ recordId, editionId: before.id }));
	const { data: inNew } = useQuery(queries.annotations.placesIn({ recordId, editionId: after.id }));
	const error = old.error ?? other.error ?? pairs.error;
	const compared = useMemo(
		() =>
			old.data && other.data && pairs.data && annotations && inOld && inNew
				? compareTexts({
						...{ pairs: pairs.data, annotations },
						old: { id: before.id, blocks: old.data, places: inOld },
						new: { id: after.id, blocks: other.data, places: inNew },
					})
				: null,
		[old.data, other.data, pairs.data, annotations, inOld, inNew, before.id, after.id],
	);
	if (error) return <ErrorNotice error={error} />;
	if (!compared) return <p role="status">{message('place.loading')}</p>;
	return <Rows compared={compared} before={before} after={after} />;
}

/** Only the rows in view are drawn, and only those are compared word by word. */
function Rows({ compared, before, after }: ComparisonProps & { compared: Compared }) {
	const [areAllShown, setAreAllShown] = useState(false);
	const scroll = useRef<HTMLDivElement>(null);
	const counts = useMemo(() => countKinds(compared), [compared]);
	const rows = areAllShown ? compared.rows : compared.rows.filter(({ kind }) => kind !== 'same');
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => estimatedRowPx,
		overscan: rowsBeyond,
	});
	return (
		<>
			<div className={styles.facts}>
				<p role="status">
					{message('compare.counts', counts)}
					{compared.elsewhere > 0 ? ` · ${message('compare.elsewhere', { count: compared.elsewhere })}` : ''}
				</p>
				<Switch isSelected={areAllShown} onChange={setAreAllShown}>
					{message('compare.show-all')}
				</Switch>
			</div>
			<div className={styles.heads} aria-hidden>
				<span>{message('compare.old')}</span>
				<span>{message('compare.new')}</span>
				<span>{message('annotations.notes')}</span>
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
			<section ref={scroll} className={styles.scroll} tabIndex={0} aria-label={message('compare.passages')}>
				<ul className={styles.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, start }) => {
						const row = rows[index];
						return row ? (
							<li
								key={`${row.old[0]?.ordinal} ${row.new[0]?.ordinal}`}
								ref={virtual.measureElement}
								data-index={index}
								aria-setsize={rows.length}
								aria-posinset={index + 1}
								className={styles.row}
								style={{ transform: `translateY(${start}px)` }}
							>
								<ComparedRow row={row} languages={{ old: before.language, new: after.language }} />
							</li>
						) : null;
					})}
				</ul>
			</section>
		</>
	);
}
