import { formatBytes, formatInstant } from '#renderer/lib/format.ts';
import type { WithdrawalPreview } from '#shared/domain/withdrawal.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './PurgeDialog.module.css';

interface WhatGoesProps {
	preview: WithdrawalPreview;
	/** No new copy can be taken, and nobody said that the archive may be without one. */
	newestStays: boolean;
}

/** What is within reach, and what is not. */
export function WhatGoes({ preview, newestStays }: WhatGoesProps) {
	const { records, originals, sharedOriginalCount, copies, closedCopies, exports } = preview;
	return (
		<>
			<Listed heading={message('purge.goes')} entries={records.map(({ id, title }) => ({ key: id, words: title }))} />
			<p>
				{message('purge.counts', {
					originals: originals.count,
					size: formatBytes(originals.sizeBytes),
					editions: preview.editionCount,
					annotations: preview.annotationCount,
					links: preview.linkCount,
				})}
			</p>
			{sharedOriginalCount > 0 ? <p>{message('purge.shared', { count: sharedOriginalCount })}</p> : null}
			<Listed
				heading={message(newestStays ? 'purge.copies-holding' : 'purge.copies')}
				entries={copies.map((path) => ({ key: path, words: path }))}
			/>
			<Listed heading={message('purge.closed')} entries={closedCopies.map((path) => ({ key: path, words: path }))} />
			<Listed
				heading={message('purge.exports')}
				entries={exports.map(({ at, file }) => ({ key: `${at} ${file}`, words: `${formatInstant(at)} · ${file}` }))}
			/>
			<p>{message('purge.elsewhere')}</p>
		</>
	);
}

/** Nothing, where there is nothing to list. */
function Listed({ heading, entries }: { heading: string; entries: { key: string; words: string }[] }) {
	if (entries.length === 0) return null;
	return (
		<section>
			<h3 className={styles.heading}>{heading}</h3>
			<ul className={styles.list}>
				{entries.map(({ key, words }) => (
					<li key={key}>{words}</li>
				))}
			</ul>
		</section>
	);
}
