import { useQuery } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { Withdrawal } from '#shared/domain/withdrawal.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './WithdrawalList.module.css';
import { askToWithdraw } from './withdrawal-store.ts';

/** What was withdrawn for good, when and why; nothing where nothing was. */
export function WithdrawalList() {
	const { data: withdrawals = [] } = useQuery(queries.withdrawals.list());
	if (withdrawals.length === 0) return null;
	return (
		<section className={styles.section} aria-label={message('withdrawals.title')}>
			<h2 className={styles.heading}>{message('withdrawals.title')}</h2>
			<p className={styles.text}>{message('withdrawals.text')}</p>
			<ul className={styles.list}>
				{withdrawals.map((withdrawal) => (
					<Entry key={withdrawal.id} withdrawal={withdrawal} />
				))}
			</ul>
		</section>
	);
}

function Entry({ withdrawal }: { withdrawal: Withdrawal }) {
	const { id, recordId, withdrawnAt, reason, originals, isHeldHere } = withdrawal;
	const isReadOnly = useIsReadOnly();
	return (
		<li className={styles.entry}>
			<span className={styles.words}>
				{message('withdrawals.entry', { date: formatInstant(withdrawnAt), reason })}
				{isHeldHere ? <strong>{message('withdrawals.held')}</strong> : null}
				{originals.map((sha256) => (
					<code key={sha256} className={styles.digest}>
						{sha256}
					</code>
				))}
			</span>
			{isReadOnly ? null : (
				<span className={styles.actions}>
					{isHeldHere ? (
						<Button onPress={() => askToWithdraw([recordId])}>{message('command.records.withdraw')}</Button>
					) : null}
					<Button onPress={() => lift(id)}>{message('withdrawals.lift')}</Button>
				</span>
			)}
		</li>
	);
}

function lift(id: Withdrawal['id']): void {
	archive.calls.withdrawals.lift({ id }).then(() => showToast(message('withdrawals.lifted'), undoAction()), showError);
}
