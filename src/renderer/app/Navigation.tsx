import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CollectionList } from '#renderer/features/library/index.ts';
import { SavedSearchList } from '#renderer/features/saved-searches/index.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { NavEntry, NavSection } from '#renderer/ui/NavList.tsx';
import { SlotOutlet } from '#renderer/ui/slots.tsx';
import { inboxCollectionId } from '#shared/domain/inbox.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Navigation.module.css';

const shownTags = 12;

/** The places of the archive with their counts, then what the page adds, then collections and tags. */
export function Navigation() {
	const status = useArchiveStatus();
	const { data: events } = useQuery(queries.events.list());
	const { data: names } = useQuery(queries.names.list());
	const { data: conflicts = [] } = useQuery(queries.conflicts.list());
	return (
		<div className={styles.pane}>
			<NavSection title={message('navigation.archive')}>
				<NavEntry count={status?.recordCount}>
					<Link to="/library" activeOptions={{ exact: true, explicitUndefined: true }} search={{}}>
						{message('library.title')}
					</Link>
				</NavEntry>
				{readingCopy ? null : <InboxEntry />}
				<NavEntry>
					<Link to="/search" search={{ q: '' }} activeOptions={{ includeSearch: false }}>
						{message('navigation.search')}
					</Link>
				</NavEntry>
				<NavEntry count={events?.length}>
					<Link to="/chronology">{message('navigation.chronology')}</Link>
				</NavEntry>
				<NavEntry>
					<Link to="/graph" activeOptions={{ includeSearch: false }} search={{}}>
						{message('navigation.graph')}
					</Link>
				</NavEntry>
				<NavEntry>
					<Link to="/map">{message('navigation.map')}</Link>
				</NavEntry>
				<NavEntry count={names?.length}>
					<Link to="/names/{-$nameId}">{message('navigation.names')}</Link>
				</NavEntry>
				<NavEntry count={status?.annotationCount}>
					<Link to="/annotations">{message('navigation.annotations')}</Link>
				</NavEntry>
				<NavEntry>
					<Link to="/evidence">{message('navigation.evidence')}</Link>
				</NavEntry>
				{conflicts.length > 0 ? (
					<NavEntry count={conflicts.length}>
						<Link to="/conflicts">{message('navigation.conflicts')}</Link>
					</NavEntry>
				) : null}
				<NavEntry>
					<Link to="/wanted-sources">{message('navigation.wanted-sources')}</Link>
				</NavEntry>
				{readingCopy ? null : (
					<NavEntry>
						<Link to="/translations">{message('navigation.translations')}</Link>
					</NavEntry>
				)}
				{readingCopy ? null : (
					<NavEntry>
						<Link to="/quotes">{message('navigation.quotes')}</Link>
					</NavEntry>
				)}
				<NavEntry>
					<Link to="/reading">{message('reading-list.title')}</Link>
				</NavEntry>
			</NavSection>
			<SlotOutlet name="navigation" />
			<SavedSearchList />
			<CollectionList />
			<TagList />
			<NavSection title={message(readingCopy ? 'reading-copy.title' : 'navigation.keeping')}>
				{readingCopy ? null : <Keeping />}
				<NavEntry>
					<Link to="/settings">{message('navigation.settings')}</Link>
				</NavEntry>
				<NavEntry>
					<Link to="/help">{message('help.title')}</Link>
				</NavEntry>
			</NavSection>
		</div>
	);
}

function InboxEntry() {
	const { data: collections = [] } = useQuery(queries.collections.list());
	return (
		<NavEntry count={collections.find(({ id }) => id === inboxCollectionId)?.recordCount ?? 0}>
			<Link to="/library" search={{ collection: inboxCollectionId }}>
				{message('inbox.title')}
			</Link>
		</NavEntry>
	);
}

/** Places of what is done to an archive itself. */
function Keeping() {
	return (
		<>
			<NavEntry>
				<Link to="/adding/{-$jobId}">{message('navigation.adding')}</Link>
			</NavEntry>
			<NavEntry>
				<Link to="/custody">{message('navigation.custody')}</Link>
			</NavEntry>
			<NavEntry>
				<Link to="/library" search={{ bin: true }}>
					{message('navigation.bin')}
				</Link>
			</NavEntry>
		</>
	);
}

function TagList() {
	const { data: inUse = [] } = useQuery(queries.tags.list());
	// A tag of notes alone would lead to a library without a record; the annotations have a choice of their own.
	const tags = inUse.filter(({ recordCount }) => recordCount > 0);
	if (tags.length === 0) return null;
	return (
		<NavSection title={message('navigation.tags')}>
			{tags.slice(0, shownTags).map(({ id, name, recordCount }) => (
				<NavEntry key={id} count={recordCount}>
					<Link to="/library" search={{ tag: id }}>
						{name}
					</Link>
				</NavEntry>
			))}
		</NavSection>
	);
}
