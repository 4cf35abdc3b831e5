import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationVersion, LinkedThing } from '#shared/domain/annotation-version.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { restoreWording } from '../annotation-mutations.ts';
import { styleOf } from '../purpose-style.ts';
import styles from './HistoryDialog.module.css';

interface HistoryDialogProps {
	annotation: Annotation;
	onClose(): void;
}

/** Who did what to an annotation and when, the last first; any earlier wording can be taken back. */
export function HistoryDialog({ annotation, onClose }: HistoryDialogProps) {
	const { data: versions = [], error } = useQuery(queries.annotations.history({ id: annotation.id }));
	return (
		<Dialog title={message('annotations.history')} isOpen onClose={onClose} size="wide">
			{error ? <ErrorNotice error={error} /> : null}
			<ol className={styles.versions}>
				{versions.map((version, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: what was written stays as it is, and one instant may hold two
					<li key={`${version.at} ${index}`} className={styles.version}>
						<p className={styles.facts}>
							{[formatInstant(version.at), version.author, stepName(version)].filter(Boolean).join(' · ')}
						</p>
						{changesOf(version).map((change) => (
							<p key={change} className={styles.facts}>
								{change}
							</p>
						))}
						{version.body === undefined ? null : (
							<Wording
								body={version.body}
								isCurrent={version.body === annotation.body}
								onRestore={() => {
									void restoreWording(annotation, version.body ?? '');
									onClose();
								}}
							/>
						)}
					</li>
				))}
			</ol>
		</Dialog>
	);
}

interface WordingProps {
	body: string;
	isCurrent: boolean;
	onRestore(): void;
}

function Wording({ body, isCurrent, onRestore }: WordingProps) {
	return (
		<>
			<p className={styles.body}>{body || message('annotations.no-words')}</p>
			{isCurrent ? (
				<p className={styles.facts}>{message('annotations.current-wording')}</p>
			) : (
				<Button onPress={onRestore}>{message('annotations.restore-wording')}</Button>
			)}
		</>
	);
}

function stepName({ label, kind }: AnnotationVersion): string {
	const step = message(`history.step.${label}` as MessageKey);
	if (kind === 'undo') return message('history.undone', { step });
	return kind === 'redo' ? message('history.redone', { step }) : step;
}

/** All that was changed but the note itself. */
function changesOf(version: AnnotationVersion): string[] {
	const { purpose, isResolved, tagsAdded, tagsRemoved, places = [], repliesAdded = [], repliesRemoved = [] } = version;
	const { linksAdded = [], linksRemoved = [] } = version;
	return [
		...(purpose === undefined
			? []
			: [message('annotations.history-purpose', { purpose: message(styleOf(purpose).label) })]),
		...(isResolved ? [message('annotations.resolved')] : []),
		...(tagsAdded ? [message('annotations.history-tagged', { tags: tagsAdded.join(', ') })] : []),
		...(tagsRemoved ? [message('annotations.history-untagged', { tags: tagsRemoved.join(', ') })] : []),
		...places.map(({ placement, words }) => {
			const state = message(`annotations.placement.${placement}`);
			return words === ''
				? message('annotations.history-place', { state })
				: message('annotations.history-placed', { state, words });
		}),
		...repliesAdded.map((words) => message('annotations.history-replied', { words })),
		...repliesRemoved.map((words) => message('annotations.history-reply-removed', { words })),
		...linksAdded.map((link) => message('annotations.history-linked', linkWords(link))),
		...linksRemoved.map((link) => message('annotations.history-unlinked', linkWords(link))),
	];
}

function linkWords({ type, isOutgoing, title }: LinkedThing): { relation: string; title: string } {
	return { relation: message(`links.${isOutgoing ? 'outgoing' : 'incoming'}.${type}`), title };
}
