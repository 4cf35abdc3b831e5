import type { ReactNode } from 'react';
import { dataName } from '#renderer/lib/data-name.ts';
import { formatInstant, formatNumber, shortDigest } from '#renderer/lib/format.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { type Edition, recordingOf } from '#shared/domain/edition.ts';
import { isOldFont } from '#shared/domain/old-fonts.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { unreadWords } from '#shared/messages/unread-words.ts';
import styles from './ProvenanceTab.module.css';

interface EditionCardProps {
	edition: Edition;
	/** Those of its record. */
	files: readonly HeldFile[];
	isShown: boolean;
	/** Whether shares carry it in the place of all others. */
	isShared: boolean;
	/** At the end of its head. */
	actions?: ReactNode;
}

/** Whoever wrote or translated it has no version. */
function isByPerson({ written, translated }: Edition['parameters']): boolean {
	return written !== undefined || translated !== undefined;
}

/** A readable text: who or what made it, from what, told how. */
export function EditionCard({ edition, files, isShown, isShared, actions }: EditionCardProps) {
	const { kind, maker, makerVersion, parameters, language, createdAt, passageCount, wordCount, textSha256, isDraft } =
		edition;
	const recording = recordingOf(edition, files);
	return (
		<Card isActive={isShown}>
			<div className={styles.head}>
				{message(`edition.kind.${kind}`)}
				{isShown ? <Chip tone="accent">{message('edition.shown')}</Chip> : null}
				{isShared ? <Chip>{message('edition.shared')}</Chip> : null}
				{isDraft ? <Chip tone="warn">{message('edition.draft')}</Chip> : null}
				{actions ? <span className={styles.actions}>{actions}</span> : null}
			</div>
			<dl className={styles.facts}>
				{maker === '' ? null : (
					<>
						<dt>{message('edition.maker')}</dt>
						<dd>{isByPerson(parameters) ? maker : `${maker} ${makerVersion}`}</dd>
					</>
				)}
				{recording ? (
					<>
						<dt>{message('edition.recording')}</dt>
						<dd dir="auto">{recording.fileName}</dd>
					</>
				) : null}
				<dt>{message('edition.made')}</dt>
				<dd>{formatInstant(createdAt)}</dd>
				<dt>{message('edition.language')}</dt>
				<dd>{languageName(language)}</dd>
				<dt>{message('edition.length')}</dt>
				<dd>
					{message('status.passages', { count: passageCount })} · {message('edition.words', { count: wordCount })}
					{typeof parameters.runningLines === 'number'
						? ` · ${message('edition.running-lines', { count: parameters.runningLines })}`
						: null}
					{unreadWords(parameters).map((words) => ` · ${words}`)}
				</dd>
				{typeof parameters.address === 'string' ? (
					<>
						<dt>{message('edition.captured')}</dt>
						<dd>{[parameters.address, parameters.capturedAt].filter(Boolean).join(' · ')}</dd>
					</>
				) : null}
				{parameters.encoding === undefined ? null : (
					<>
						<dt>{message('edition.encoding')}</dt>
						<dd>
							{String(parameters.encoding)}
							{typeof parameters.undecodable === 'number' && parameters.undecodable > 0
								? ` · ${message('edition.undecodable', { count: formatNumber(parameters.undecodable) })}`
								: null}
						</dd>
					</>
				)}
				{isOldFont(parameters.font) ? (
					<>
						<dt>{message('edition.font')}</dt>
						<dd>{message(`edition.font.${parameters.font}`)}</dd>
					</>
				) : null}
				{kind === 'ocr' && typeof parameters.languages === 'string' ? (
					<>
						<dt>{message('edition.read-in')}</dt>
						<dd>
							{parameters.languages.split('+').map(dataName).join(', ')}
							{typeof parameters.confidence === 'number' && parameters.confidence > 0
								? ` · ${message('job.confidence', { confidence: parameters.confidence })}`
								: null}
						</dd>
					</>
				) : null}
				<dt>{message('edition.text-digest')}</dt>
				<dd>
					<code className={styles.digest} title={textSha256}>
						{shortDigest(textSha256)}
					</code>
				</dd>
			</dl>
		</Card>
	);
}
