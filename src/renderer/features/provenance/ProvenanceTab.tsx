import { askForReceipt } from '#renderer/features/receipts/index.ts';
import { RecogniseOffer } from '#renderer/features/recognition/index.ts';
import { TranslationsSection } from '#renderer/features/translations/index.ts';
import { askToWithdraw } from '#renderer/features/withdrawals/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import { CustodyList } from './CustodyList.tsx';
import { EditionActions, WithEditionMenu } from './EditionActions.tsx';
import { EditionCard } from './EditionCard.tsx';
import { FileCard } from './FileCard.tsx';
import { NewEditionButton } from './NewEditionButton.tsx';
import styles from './ProvenanceTab.module.css';
import { RereadForm } from './RereadForm.tsx';
import { WritingButtons } from './WritingButtons.tsx';

/** What is held, byte for byte; what was made of it, by whom; and what happened to it. */
export function ProvenanceTab({ record }: { record: RecordDetail }) {
	const { files, editions } = record;
	return (
		<div className={styles.tab}>
			<section>
				<h2 className={styles.title}>{message('provenance.files', { count: files.length })}</h2>
				{files.length === 0 ? <p className={styles.none}>{message('provenance.no-files')}</p> : null}
				{files.map((file) => (
					<FileCard key={file.sha256} file={file} />
				))}
			</section>
			{editions.length > 0 ? (
				<section>
					<h2 className={styles.title}>{message('provenance.editions', { count: editions.length })}</h2>
					{editions.map((edition) => (
						<WithEditionMenu key={edition.id}>
							<EditionCard
								edition={edition}
								files={files}
								isShown={edition.id === record.editionId}
								isShared={edition.id === record.redactionId}
								actions={<EditionActions edition={edition} record={record} />}
							/>
						</WithEditionMenu>
					))}
					{editions.length > 1 ? (
						<div className={styles.row}>
							<Button onPress={() => runCommand('editions.compare')}>{message('command.editions.compare')}</Button>
						</div>
					) : null}
				</section>
			) : null}
			<RecogniseOffer record={record} />
			{record.editionId ? <NewEditionButton record={record} /> : null}
			<WritingButtons record={record} />
			<TranslationsSection record={record} />
			<RereadForm record={record} />
			<CustodyList record={record} />
			<HandingBack record={record} />
		</div>
	);
}

/** What is done with whoever gave it: a receipt, and, if they want it back, withdrawing. */
function HandingBack({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly();
	if (readingCopy) return null;
	return (
		<div className={styles.buttons}>
			{record.files.length > 0 ? (
				<Button onPress={() => askForReceipt({ recordIds: [record.id] })}>{message('command.receipt.make')}</Button>
			) : null}
			{isReadOnly ? null : (
				<Button onPress={() => askToWithdraw([record.id])}>{message('command.records.withdraw')}</Button>
			)}
		</div>
	);
}
