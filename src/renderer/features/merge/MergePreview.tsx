import { useState } from 'react';
import { formatBytes } from '#renderer/lib/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { MergePreview as Preview } from '#shared/domain/merge.ts';
import { message } from '#shared/messages/messages.ts';
import { CountTable } from './CountTable.tsx';
import styles from './MergePage.module.css';
import { leaveMerge, startMerge } from './merge-store.ts';
import { type ThingFilter, ThingList } from './ThingList.tsx';

/** What a merge would do: counts by kind of thing, and each thing by name. Nothing is changed yet. */
export function MergePreview({ id, preview }: { id: JobId; preview: Preview }) {
	const [filter, setFilter] = useState<ThingFilter>({});
	const { file } = preview;
	const leave = () => void leaveMerge().catch(showError);
	if (preview.isEmpty)
		return (
			<EmptyState isPage title={message('merge.empty.title')} text={message('merge.empty.text', { file })}>
				{preview.withdrawnCount > 0 ? <p>{message('merge.withdrawn', { count: preview.withdrawnCount })}</p> : null}
				{preview.goneCount > 0 ? <p>{message('merge.gone', { count: preview.goneCount })}</p> : null}
				<Button onPress={leave}>{message('merge.leave-done')}</Button>
			</EmptyState>
		);
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<h1 className={styles.title}>{message('merge.from', { file })}</h1>
				<p className={styles.actions}>
					<Button variant="primary" onPress={() => void startMerge()}>
						{message('merge.do')}
					</Button>
					<Button onPress={leave}>{message('merge.leave')}</Button>
				</p>
			</header>
			{preview.isCopy ? null : <p className={styles.warn}>{message('merge.not-a-copy', { file })}</p>}
			{preview.goneCount > 0 ? (
				<p className={styles.warn}>{message('merge.gone', { count: preview.goneCount })}</p>
			) : null}
			{preview.bringsOnlyNew ? <p className={styles.warn}>{message('merge.only-new', { file })}</p> : null}
			<p className={styles.soft}>{message('merge.promise')}</p>
			<CountTable counts={preview.counts} filter={filter} onChoose={setFilter} />
			<Arrivals preview={preview} />
			<ThingList id={id} filter={filter} onShowAll={() => setFilter({})} />
		</div>
	);
}

/** What comes along with the things: originals, texts. */
function Arrivals({ preview: { originals, editionCount, sameOriginalCount, withdrawnCount } }: { preview: Preview }) {
	const lines = [
		...(originals.count > 0
			? [message('merge.originals', { count: originals.count, size: formatBytes(originals.sizeBytes) })]
			: []),
		...(editionCount > 0 ? [message('merge.editions', { count: editionCount })] : []),
		...(sameOriginalCount > 0 ? [message('merge.same-originals', { count: sameOriginalCount })] : []),
		...(withdrawnCount > 0 ? [message('merge.withdrawn', { count: withdrawnCount })] : []),
	];
	if (lines.length === 0) return null;
	return (
		<ul className={styles.lines}>
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
