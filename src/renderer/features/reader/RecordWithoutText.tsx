import { useCallback } from 'react';
import { LinksTab } from '#renderer/features/links/index.ts';
import { RecogniseOffer } from '#renderer/features/recognition/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { Byline } from './Byline.tsx';
import { PagesBeside } from './pages/PagesBeside.tsx';
import { ReaderInspector } from './ReaderInspector.tsx';
import styles from './ReaderPage.module.css';
import { RecordingBeside } from './recording/RecordingBeside.tsx';
import { TranscriptOffer } from './recording/TranscriptOffer.tsx';
import { TextWriting } from './writing/TextWriting.tsx';
import { WritingOffer } from './writing/WritingOffer.tsx';

interface RecordWithoutTextProps {
	record: RecordDetail;
	archiveId: string;
	query: SearchQuery;
}

/** A record that has nothing to read: what it is, where it is known from, and what would complete it. */
export function RecordWithoutText({ record, archiveId, query }: RecordWithoutTextProps) {
	const isDescribedOnly = record.holding === 'described-only';
	const goNowhere = useCallback(() => undefined, []);
	return (
		<>
			<RecordingBeside record={record} edition={null} blocks={noBlocks} text={null} draw={goNowhere}>
				<PagesBeside {...{ record, archiveId, query }} edition={null} blocks={noBlocks} text={null} draw={goNowhere}>
					<TextWriting {...{ record }} edition={null} blocks={noBlocks} isWhole>
						<article ref={focusIfLost} className={styles.page} aria-label={record.title} tabIndex={-1} data-takes-focus>
							<div className={styles.column}>
								<header className={styles.head}>
									<h1 className={styles.title}>{record.title}</h1>
									<Byline record={record} edition={null} />
								</header>
								<div className={styles.withoutText}>
									<p>
										<Chip tone="warn">{message(isDescribedOnly ? 'reader.described-only' : 'reader.no-text')}</Chip>
									</p>
									<p>{message(isDescribedOnly ? 'reader.described-only-means' : 'reader.no-text-means')}</p>
									<RecogniseOffer record={record} isMain />
									<TranscriptOffer record={record} />
									<WritingOffer record={record} />
									{record.description && (
										<section className={styles.section}>
											<h2>{message('reader.description')}</h2>
											<p>{record.description}</p>
										</section>
									)}
									{record.knownFrom && (
										<section className={styles.section}>
											<h2>{message('reader.known-from')}</h2>
											<p>{record.knownFrom}</p>
										</section>
									)}
									{isDescribedOnly && !readingCopy && (
										<section className={styles.section}>
											<h2>{message('reader.complete')}</h2>
											<p>{message('reader.complete-how')}</p>
											<p className={styles.actions}>
												<Button variant="primary" onPress={() => runCommand('adding.files')}>
													{message('reader.add-file')}
												</Button>
											</p>
										</section>
									)}
									<section className={styles.links}>
										<h2>{message('links.tab')}</h2>
										<LinksTab recordId={record.id} title={record.title} />
									</section>
								</div>
								<div className={styles.end} />
							</div>
						</article>
					</TextWriting>
				</PagesBeside>
			</RecordingBeside>
			<ReaderInspector record={record} edition={null} blocks={noBlocks} onGoTo={goNowhere} />
		</>
	);
}

const noBlocks: never[] = [];
