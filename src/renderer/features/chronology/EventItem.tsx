import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { EventId, NameId, RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { durationWords } from './duration-words.ts';
import styles from './EventItem.module.css';

/** What the things that events point at are called. */
export interface EventTitles {
	events: ReadonlyMap<EventId, string>;
	names: ReadonlyMap<NameId, string>;
	records: ReadonlyMap<RecordId, string>;
}

export function EventItem({ event, titles }: { event: ArchiveEvent; titles: EventTitles }) {
	const { id, title, edtf, inferred, duration, description, source } = event;
	return (
		<li id={id} tabIndex={-1} className={styles.event}>
			<div className={styles.when}>
				<p className={styles.date}>{edtf === '' ? message('chronology.no-date') : edtfWords(edtf)}</p>
				{edtf === '' ? null : (
					<code className={styles.literal} title={message('chronology.literal')}>
						{edtf}
					</code>
				)}
				{inferred === '' ? null : (
					<p className={styles.inferred}>{message('chronology.inferred', { words: inferred })}</p>
				)}
				{duration === '' ? null : (
					<p className={styles.soft}>{message('chronology.duration', { duration: durationWords(duration) })}</p>
				)}
			</div>
			<div className={styles.what}>
				<h3 className={styles.title}>{title}</h3>
				{description === '' ? null : <p>{description}</p>}
				<dl className={styles.facts}>
					<Relations event={event} titles={titles} />
					<Names label={message('chronology.participants')} ids={event.participantIds} titles={titles} />
					<Names label={message('chronology.places')} ids={event.placeIds} titles={titles} />
					<Records ids={event.recordIds} titles={titles} />
					{source === '' ? null : <Fact label={message('chronology.source')}>{source}</Fact>}
				</dl>
			</div>
		</li>
	);
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
	return (
		<>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</>
	);
}

function Relations({ event, titles }: { event: ArchiveEvent; titles: EventTitles }) {
	return event.relations.map(({ relation, otherId, words }) => (
		<Fact key={`${relation} ${otherId}`} label={message(`chronology.relation.${relation}`)}>
			<Link to="/chronology" hash={otherId}>
				{titles.events.get(otherId) ?? otherId}
			</Link>
			{words === '' ? null : <q className={styles.words}>{words}</q>}
		</Fact>
	));
}

function Names({ label, ids, titles }: { label: string; ids: readonly NameId[]; titles: EventTitles }) {
	if (ids.length === 0) return null;
	return (
		<Fact label={label}>
			<ul className={styles.list}>
				{ids.map((id) => (
					<li key={id}>
						<Link to="/names/{-$nameId}" params={{ nameId: id }}>
							{titles.names.get(id) ?? id}
						</Link>
					</li>
				))}
			</ul>
		</Fact>
	);
}

function Records({ ids, titles }: { ids: readonly RecordId[]; titles: EventTitles }) {
	if (ids.length === 0) return null;
	return (
		<Fact label={message('chronology.records')}>
			<ul className={styles.list}>
				{ids.map((id) => (
					<li key={id}>
						<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId: id }}>
							{titles.records.get(id) ?? id}
						</Link>
					</li>
				))}
			</ul>
		</Fact>
	);
}
