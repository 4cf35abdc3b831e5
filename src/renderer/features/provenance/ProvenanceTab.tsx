import { RecogniseOffer } from '#renderer/features/recognition/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import { CustodyList } from './CustodyList.tsx';
import { EditionCard } from './EditionCard.tsx';
import { FileCard } from './FileCard.tsx';
import { NewEditionButton } from './NewEditionButton.tsx';
import styles from './ProvenanceTab.module.css';
import { RereadForm } from './RereadForm.tsx';

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
						<EditionCard key={edition.id} edition={edition} isShown={edition.id === record.editionId} />
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
			<RereadForm record={record} />
			<CustodyList record={record} />
		</div>
	);
}
