import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EditableText } from '#renderer/features/library/index.ts';
import { LinkCard, LinkTarget } from '#renderer/features/links/index.ts';
import { useNewEditionCommand } from '#renderer/features/provenance/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { edtfWords, isEdtf } from '#renderer/lib/edtf-words.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { type SourceStatus, sourceStatuses, type WantedSource } from '#shared/domain/wanted-source.ts';
import { message } from '#shared/messages/messages.ts';
import { updateSource, withToday } from './source-mutations.ts';
import styles from './WantedSourcesPage.module.css';

const none: LinkView[] = [];

/** One source: how far the search for it is, and the passages that cite it. */
export function SourceDetails({ source }: { source: WantedSource }) {
	const isReadOnly = useIsReadOnly();
	const { recordId, title, knownFrom, holding } = source;
	const isHeld = holding !== 'described-only';
	return (
		<article className={styles.details}>
			<h2 className={styles.name}>{title}</h2>
			<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId }}>
				{message('sources.open-record')}
			</Link>
			{knownFrom === '' ? null : <p className={styles.soft}>{message('record.known-from', { from: knownFrom })}</p>}
			{readingCopy ? null : <Progress source={source} isReadOnly={isReadOnly} />}
			{isHeld || isReadOnly ? null : <AddFile recordId={recordId} />}
			<CitedBy source={source} />
		</article>
	);
}

/** How far the search for it is, and what is noted of that. */
function Progress({ source, isReadOnly }: { source: WantedSource; isReadOnly: boolean }) {
	const { holding, receivedAt, askedOn, note } = source;
	return (
		<>
			{holding !== 'described-only' ? (
				<p>
					{receivedAt === null
						? message('sources.status.obtained')
						: message('sources.arrived', { when: formatInstant(receivedAt) })}
				</p>
			) : (
				<StatusField source={source} isReadOnly={isReadOnly} />
			)}
			<section className={inspector.part}>
				<h3 className={inspector.heading}>{message('sources.column.asked')}</h3>
				<EditableText
					label={message('sources.column.asked')}
					value={askedOn}
					shown={askedOn === '' ? '' : edtfWords(askedOn)}
					hint={message('sources.asked-hint')}
					isReadOnly={isReadOnly}
					check={(text) => (text === '' || isEdtf(text) ? null : message('sources.asked-error'))}
					onSave={(next) => updateSource(source, { askedOn: next })}
				/>
			</section>
			<section className={inspector.part}>
				<h3 className={inspector.heading}>{message('sources.note')}</h3>
				<EditableText
					label={message('sources.note')}
					value={note}
					isLong
					isReadOnly={isReadOnly}
					onSave={(next) => updateSource(source, { note: next })}
				/>
			</section>
		</>
	);
}

/** The file of the source, once it has come: the record holds it then, and the source is obtained. */
function AddFile({ recordId }: Pick<WantedSource, 'recordId'>) {
	const { data: record } = useQuery(queries.records.get({ id: recordId }));
	useNewEditionCommand(record);
	return (
		<div className={inspector.part}>
			<p className={styles.soft}>{message('sources.how-to-add')}</p>
			<p>
				<Button isDisabled={!record} onPress={() => runCommand('editions.add')}>
					{message('sources.add-file')}
				</Button>
			</p>
		</div>
	);
}

function StatusField({ source, isReadOnly }: { source: WantedSource; isReadOnly: boolean }) {
	const label = message('sources.status');
	if (isReadOnly) return <p>{message(`sources.status.${source.status}`)}</p>;
	return (
		<Select<SourceStatus>
			label={label}
			value={source.status}
			onChange={(status) => void updateSource(source, withToday(source, status, today())).catch(showError)}
			options={sourceStatuses.map((value) => ({ value, label: message(`sources.status.${value}`) }))}
		/>
	);
}

/** What cites it, and where. */
function CitedBy({ source: { recordId, citedCount } }: { source: WantedSource }) {
	const { data: links = none } = useQuery(queries.links.list({ kind: 'record', id: recordId }));
	const citing = links.filter(({ type, direction }) => type === 'cites' && direction === 'incoming');
	return (
		<section className={inspector.part}>
			<h3 className={inspector.heading}>{message('sources.cited-by')}</h3>
			{citing.length === 0 ? (
				<p className={styles.soft}>
					{message(citedCount > 0 ? 'sources.cited-by-later' : 'sources.cited-by-none', { count: citedCount })}
				</p>
			) : null}
			<ul className={styles.citing}>
				{citing.map((link) => (
					<li key={link.id}>
						<LinkTarget link={link} />
						<LinkCard link={link} />
					</li>
				))}
			</ul>
		</section>
	);
}

/** The day on this machine, as EDTF. */
function today(): string {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
