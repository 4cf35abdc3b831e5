import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { FormError } from '#renderer/ui/FormError.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { collation } from '#shared/messages/collation.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { selectOnly } from '../library-store.ts';
import { joinRecords } from '../record-mutations.ts';
import styles from './Join.module.css';
import { askToJoin, useJoining } from './join-store.ts';
import { OrderList } from './OrderList.tsx';

/** Asks in which order and under which title records are made one, wherever that was chosen. */
export function JoinDialog({ records }: { records: readonly RecordSummary[] }) {
	const { recordIds } = useJoining();
	const chosen = records.filter(({ id }) => recordIds.includes(id));
	return chosen.length > 1 ? <Asking key={recordIds.join()} records={chosen} onClose={() => askToJoin([])} /> : null;
}

/** Scans of one thing are mostly numbered in their names, so they begin in the order of those. */
function Asking({ records, onClose }: { records: readonly RecordSummary[]; onClose(): void }) {
	const [order, setOrder] = useState(() => inOrderOfTitles(records));
	const [keptId, setKeptId] = useState(() => firstKept(order));
	const [error, setError] = useState<string | null>(null);
	const withoutFile = order.filter(({ id, holding }) => id !== keptId && holding === 'described-only');

	function join(): void {
		const ids = order.map(({ id }) => id);
		joinRecords(keptId, ids).then(
			() => {
				selectOnly(keptId);
				onClose();
			},
			(failure) => setError(errorMessage(toErrorData(failure))),
		);
	}

	return (
		<Dialog
			title={message('join.title', { count: order.length })}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={withoutFile.length > 0} onPress={join}>
						{message('join.do')}
					</Button>
				</>
			}
		>
			<div className={styles.form}>
				<Select<RecordId>
					label={message('join.kept')}
					value={keptId}
					onChange={setKeptId}
					options={order.map(({ id, title }) => ({ value: id, label: title }))}
				/>
				<p>{message('join.text')}</p>
				<OrderList records={order} onOrder={setOrder} />
				{withoutFile.length > 0 ? (
					<FormError>{message('join.no-file', { titles: withoutFile.map(({ title }) => title).join(', ') })}</FormError>
				) : null}
				<FormError>{error}</FormError>
			</div>
		</Dialog>
	);
}

function inOrderOfTitles(records: readonly RecordSummary[]): RecordSummary[] {
	const compare = collation();
	return [...records].sort((a, b) => compare(a.title, b.title));
}

/** What someone described waits for its files, and has the better title. */
function firstKept(order: readonly RecordSummary[]): RecordId {
	const isAwaited = ({ holding }: RecordSummary) => holding === 'described-only';
	return order.reduce((kept, record) => (isAwaited(record) && !isAwaited(kept) ? record : kept)).id;
}
