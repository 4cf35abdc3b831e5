import { useDeferredValue, useState } from 'react';
import { WithdrawalList } from '#renderer/features/withdrawals/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { CustodyFilter } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import { CustodyEntries } from './CustodyEntries.tsx';
import { CustodyExportDialog } from './CustodyExportDialog.tsx';
import { CustodyFilters } from './CustodyFilters.tsx';
import { CustodyHead } from './CustodyHead.tsx';
import styles from './CustodyPage.module.css';

/** What happened to the archive and what it holds, in the order it happened; the head that proves it, and its check. */
export function CustodyPage() {
	const [filter, setFilter] = useState<CustodyFilter>({});
	const [isExporting, setIsExporting] = useState(false);
	const asked = useDeferredValue(filter);
	return (
		<div className={styles.page}>
			<header className={styles.bar}>
				<h1 className={styles.title}>{message('custody.title')}</h1>
				<div className={styles.actions}>
					<Button onPress={() => runCommand('receipt.prove')}>{message('command.receipt.prove')}</Button>
					<Button onPress={() => setIsExporting(true)}>{message('custody.export')}</Button>
				</div>
			</header>
			<p className={styles.text}>{message('custody.page-text')}</p>
			<CustodyHead />
			<WithdrawalList />
			<CustodyFilters filter={filter} onChange={setFilter} />
			<CustodyEntries filter={asked} />
			{isExporting ? <CustodyExportDialog filter={filter} onClose={() => setIsExporting(false)} /> : null}
		</div>
	);
}
