import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Join.module.css';

interface OrderListProps {
	records: readonly RecordSummary[];
	onOrder(records: RecordSummary[]): void;
}

/** Records in the order in which their files will stand; each can be moved up and down. */
export function OrderList({ records, onOrder }: OrderListProps) {
	const [placed, setPlaced] = useState('');

	function move(from: number, to: number, button: Element): void {
		const record = records[from];
		if (!record) return;
		const others = records.toSpliced(from, 1);
		// Subtle: a row that changes its place in the document loses the focus, and at either end its button is off.
		flushSync(() => {
			onOrder(others.toSpliced(to, 0, record));
			setPlaced(message('join.placed', { title: record.title, at: to + 1, count: records.length }));
		});
		const focusable = [button, ...(button.parentElement?.children ?? [])].filter(
			(one) => one instanceof HTMLButtonElement,
		);
		focusable.find(({ disabled }) => !disabled)?.focus();
	}

	return (
		<div>
			<h3 className={styles.heading}>{message('join.order')}</h3>
			<ol className={styles.order} aria-label={message('join.order')}>
				{records.map(({ id, title, languages }, at) => (
					<li key={id} className={styles.item}>
						<span className={styles.number} aria-hidden>
							{at + 1}
						</span>
						<span className={styles.title} lang={languages[0] ?? ''}>
							{title}
						</span>
						<span className={styles.moves}>
							<IconButton
								label={message('join.up', { title })}
								isDisabled={at === 0}
								onPress={({ target }) => move(at, at - 1, target)}
							>
								<ArrowUp size={15} aria-hidden />
							</IconButton>
							<IconButton
								label={message('join.down', { title })}
								isDisabled={at === records.length - 1}
								onPress={({ target }) => move(at, at + 1, target)}
							>
								<ArrowDown size={15} aria-hidden />
							</IconButton>
						</span>
					</li>
				))}
			</ol>
			<p role="status" className={styles.placed}>
				{placed}
			</p>
		</div>
	);
}
