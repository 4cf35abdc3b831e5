import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { EvidenceList } from '#renderer/features/evidence/index.ts';
import { ShowInGraph } from '#renderer/features/graph/index.ts';
import { LinkRow, startLinking } from '#renderer/features/links/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import type { EventContext } from '#shared/chronology/event-context.ts';
import { accountWords, eventKindName, whenWords } from '#shared/chronology/event-words.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';
import { durationWords } from '#shared/dates/duration-words.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { EventId, LinkId, NameId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { openDialog } from './chronology-store.ts';
import styles from './EventDetails.module.css';
import { removeEvents } from './event-mutations.ts';

interface EventDetailsProps {
	placed: PlacedEvent;
	context: EventContext;
}

/** All that is known of an event, with the words that attest it and those that contradict it. */
export function EventDetails({ placed, context }: EventDetailsProps) {
	const { event } = placed;
	const isReadOnly = useIsReadOnly();
	return (
		<article className={styles.details} aria-label={event.title}>
			<header className={styles.head}>
				<h2 className={styles.title}>
					<bdi>{event.title}</bdi>
				</h2>
				{isReadOnly ? null : <ActionsMenu event={event} />}
			</header>
			<p className={styles.chips}>
				<Chip tone={placed.placing === 'unread' || placed.placing === 'contradictory' ? 'warn' : 'accent'}>
					{whenWords(placed, context)}
				</Chip>
				{event.kind === '' ? null : <Chip>{eventKindName(event.kind)}</Chip>}
				{event.edtf === '' ? null : (
					<code className={styles.literal} title={message('chronology.literal')}>
						{event.edtf}
					</code>
				)}
			</p>
			{event.inferred === '' ? null : (
				<p className={styles.inferred}>{message('chronology.inferred', { words: event.inferred })}</p>
			)}
			{event.description === '' ? null : <p dir="auto">{event.description}</p>}
			<Facts event={event} context={context} />
			<ShowInGraph id={event.id} />
			<Accounts event={event} />
			{isReadOnly ? null : (
				<p>
					<Button onPress={() => startLinking({ end: { kind: 'event', id: event.id }, words: event.title })}>
						{message('chronology.add-passage')}
					</Button>
				</p>
			)}
		</article>
	);
}

function ActionsMenu({ event }: { event: ArchiveEvent }) {
	const label = message('chronology.actions');
	return (
		<MenuTrigger>
			<IconButton label={label}>
				<Ellipsis size={16} />
			</IconButton>
			<Menu aria-label={label}>
				<EventActions event={event} />
			</Menu>
		</MenuTrigger>
	);
}

/** Entries of a menu: what can be done with an event, wherever it is seen. */
export function EventActions({ event }: { event: ArchiveEvent }) {
	return (
		<>
			<MenuItem onAction={() => openDialog({ type: 'edit', event })}>{message('chronology.edit')}</MenuItem>
			<MenuItem onAction={() => openDialog({ type: 'account', of: event })}>
				{message('chronology.add-account')}
			</MenuItem>
			<MenuItem onAction={() => startLinking({ end: { kind: 'event', id: event.id }, words: event.title })}>
				{message('chronology.add-passage')}
			</MenuItem>
			<MenuItem onAction={() => void removeEvents([event.id])}>{message('chronology.remove')}</MenuItem>
		</>
	);
}

function Facts({ event, context }: { event: ArchiveEvent; context: EventContext }) {
	const { dateWords, duration, relations, participantIds, placeIds, sameEventIds, source } = event;
	return (
		<dl className={styles.facts}>
			{dateWords === '' ? null : (
				<Fact label={message('chronology.date-words')}>
					<q dir="auto">{dateWords}</q>
				</Fact>
			)}
			{duration === '' ? null : <Fact label={message('chronology.column.duration')}>{durationWords(duration)}</Fact>}
			{relations.map(({ relation, otherId, words }) => (
				<Fact key={`${relation} ${otherId}`} label={message(`chronology.relation.${relation}`)}>
					<EventLink id={otherId} words={context.events.get(otherId) ?? otherId} /> {words === '' ? null : `(${words})`}
				</Fact>
			))}
			<Names label={message('chronology.participants')} ids={participantIds} context={context} />
			<Names label={message('chronology.places')} ids={placeIds} context={context} />
			{sameEventIds.length === 0 ? null : (
				<Fact label={message('chronology.other-accounts')}>
					<ul className={styles.list}>
						{sameEventIds.map((id) => (
							<li key={id}>
								<EventLink id={id} words={accountWords(id, context)} />
							</li>
						))}
					</ul>
				</Fact>
			)}
			{source === '' ? null : <Fact label={message('chronology.source')}>{source}</Fact>}
		</dl>
	);
}

/** What the sources say, each with its words: a press leads to them. */
function Accounts({ event }: { event: ArchiveEvent }) {
	const { data: evidence, error } = useQuery(queries.evidence.ofEvent({ id: event.id }));
	if (error) return <ErrorNotice error={error} />;
	if (!evidence) return null;
	const { attests, contradicts } = evidence;
	return (
		<>
			{attests.length + contradicts.length === 0 ? (
				<p className={styles.soft}>{message('chronology.unattested')}</p>
			) : null}
			<EvidenceList title={message('chronology.records')} evidence={attests} />
			<EvidenceList title={message('chronology.contradicted')} evidence={contradicts} />
			<OtherLinks event={event} shown={[...attests, ...contradicts].map(({ linkId }) => linkId)} />
		</>
	);
}

/** What else is linked with it: a link is seen at both of its ends. */
function OtherLinks({ event, shown }: { event: ArchiveEvent; shown: readonly LinkId[] }) {
	const { data: links, error } = useQuery(queries.links.list({ kind: 'event', id: event.id }));
	const headId = useId();
	if (error) return <ErrorNotice error={error} />;
	// Other accounts of the same event stand among the facts.
	const others = (links ?? []).filter(
		({ id, type, other }) => !shown.includes(id) && !(type === 'same-event' && other.kind === 'event'),
	);
	if (others.length === 0) return null;
	return (
		<section>
			<h3 id={headId} className={styles.subtitle}>
				{message('links.tab')}
			</h3>
			<ul aria-labelledby={headId}>
				{others.map((link) => (
					<LinkRow key={link.id} link={link} isNamed />
				))}
			</ul>
		</section>
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

function EventLink({ id, words }: { id: EventId; words: string }) {
	return (
		<Link to="/chronology" hash={id} hashScrollIntoView={false}>
			{words}
		</Link>
	);
}

function Names({ label, ids, context }: { label: string; ids: readonly NameId[]; context: EventContext }) {
	if (ids.length === 0) return null;
	return (
		<Fact label={label}>
			<ul className={styles.list}>
				{ids.map((id) => (
					<li key={id}>
						<Link to="/name/$nameId/{-$part}" params={{ nameId: id }}>
							{context.names.get(id)?.title ?? id}
						</Link>
					</li>
				))}
			</ul>
		</Fact>
	);
}
