import { useQuery } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ShowInGraph } from '#renderer/features/graph/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { type LinkView, passagesOf } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import { LinkRow } from './LinkRow.tsx';
import styles from './LinksTab.module.css';
import { groupLinks } from './link-groups.ts';
import { startLinking, useLinksView } from './links-store.ts';
import { type OpenText, useRecordLinks } from './use-record-links.ts';

interface LinksTabProps {
	recordId: RecordId;
	/** The record's. */
	title: string;
	/** Where they stand in it is what they say; without one, in what the record shows. */
	text?: OpenText | null;
}

const none: LinkView[] = [];

/** Every link of a record and of its annotations, by what it says and in which direction; the suggested ones first, since they wait. */
export function LinksTab({ recordId, title, text = null }: LinksTabProps) {
	const { links, error } = useRecordLinks(recordId, text);
	const { data: onAnnotations = none } = useQuery(queries.links.onAnnotations({ recordId }));
	const isReadOnly = useIsReadOnly();
	const tab = useRef<HTMLDivElement>(null);
	useFocusOnWanted(tab, links !== undefined);
	if (error) return <ErrorNotice error={error} />;
	if (!links) return null;
	return (
		<div ref={tab} className={styles.tab}>
			{isReadOnly ? null : (
				<Button
					variant="quiet"
					className={styles.add}
					onPress={() => startLinking({ end: { kind: 'record', id: recordId }, words: title })}
				>
					<Link2 size={14} aria-hidden />
					{message('links.add-to-record')}
				</Button>
			)}
			{links.length === 0 && onAnnotations.length === 0 ? (
				<p className={styles.none}>{message('links.none')}</p>
			) : (
				<ShowInGraph id={recordId} />
			)}
			{groupLinks(links).map(({ key, title: heading, links: group }) => (
				<section key={key}>
					<h2 className={styles.title}>
						{heading} <span className={styles.count}>{group.length}</span>
					</h2>
					<ul className={styles.list}>
						{group.map((link) => (
							<LinkRow
								key={link.id}
								link={link}
								{...(text && { standsOn: passagesOf(link, recordId, text.editionId) })}
							/>
						))}
					</ul>
				</section>
			))}
			{onAnnotations.length === 0 ? null : (
				<section>
					<h2 className={styles.title}>
						{message('links.on-annotations')} <span className={styles.count}>{onAnnotations.length}</span>
					</h2>
					<ul className={styles.list}>
						{onAnnotations.map((link) => (
							<LinkRow key={`${link.id} ${link.direction}`} link={link} isNamed />
						))}
					</ul>
				</section>
			)}
		</div>
	);
}

/** Goes to the first link of the passage that was asked for in the text. */
function useFocusOnWanted(tab: React.RefObject<HTMLElement | null>, isReady: boolean): void {
	const wantedOrdinal = useLinksView((view) => view.wantedOrdinal);
	useEffect(() => {
		if (wantedOrdinal === null || !isReady) return;
		tab.current?.querySelector<HTMLElement>(`[data-stands-on~="${wantedOrdinal}"] a`)?.focus();
		useLinksView.setState({ wantedOrdinal: null });
	}, [tab, wantedOrdinal, isReady]);
}
