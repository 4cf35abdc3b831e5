import { Button } from '#renderer/ui/Button.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './ListSearchPage.module.css';
import { cancel, searchAgain, useListSearch } from './list-search-store.ts';

/** How far the search is, to be stopped; then how many of the terms were found. */
export function ListProgress() {
	const { state, rows, list } = useListSearch();
	const total = list?.terms.length ?? 0;
	const found = rows.reduce((count, { hits }) => count + Number(hits > 0), 0);
	const isRunning = state === 'running' || state === 'waiting';
	return (
		<div className={styles.progress}>
			<p role="status">
				{state === 'waiting'
					? message('list-search.waiting')
					: isRunning
						? null
						: message(`list-search.${state === 'cancelled' ? 'cancelled' : 'done'}`, {
								done: rows.length,
								total,
								found,
							})}
			</p>
			{isRunning ? (
				<>
					<ProgressBar label={message('list-search.running')} done={rows.length} total={total} />
					<span>{message('list-search.progress', { done: rows.length, total })}</span>
					<Button onPress={cancel}>{message('dialog.cancel')}</Button>
				</>
			) : null}
			{state === 'cancelled' ? <Button onPress={() => searchAgain()}>{message('list-search.again')}</Button> : null}
		</div>
	);
}
