import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { LinkRow } from '#renderer/features/links/index.ts';
import { QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import inspector from '#renderer/ui/inspector-part.module.css';
import type { NameId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import type { Mention } from '#shared/domain/mention.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './PlaceDetails.module.css';

const noMentions: Mention[] = [];
const noLinks: LinkView[] = [];
const noRecords: RecordSummary[] = [];
/** The page of the name has all of them. */
const mostShown = 20;

/** The words that a place rests on: passages that somebody confirmed to speak of it, and what is linked with it. */
export function PlacePassages({ id }: { id: NameId }) {
	const { data: mentions = noMentions } = useQuery(queries.mentions.list({ nameId: id }));
	const { data: links = noLinks } = useQuery(queries.links.list({ kind: 'name', id }));
	const { data: records = noRecords } = useQuery(queries.records.list({}));
	const [passagesId, linksId] = [useId(), useId()];
	const confirmed = mentions.filter(({ verdict }) => verdict === 'confirmed').slice(0, mostShown);
	const titles = new Map(records.map((record) => [record.id, record.title]));
	return (
		<>
			{confirmed.length === 0 ? null : (
				<section className={inspector.part}>
					<h3 id={passagesId} className={inspector.heading}>
						{message('map.passages')}
					</h3>
					<ul className={styles.forms} aria-labelledby={passagesId}>
						{confirmed.map((mention) => (
							<Passage
								key={`${mention.editionId} ${mention.ordinal}`}
								mention={mention}
								title={titles.get(mention.recordId) ?? message('names.mentions.open')}
							/>
						))}
					</ul>
				</section>
			)}
			{links.length === 0 ? null : (
				<section className={inspector.part}>
					<h3 id={linksId} className={inspector.heading}>
						{message('links.tab')}
					</h3>
					<ul aria-labelledby={linksId}>
						{links.slice(0, mostShown).map((link) => (
							<LinkRow key={link.id} link={link} isNamed />
						))}
					</ul>
				</section>
			)}
		</>
	);
}

function Passage({ mention, title }: { mention: Mention; title: string }) {
	const { recordId, words } = mention;
	// In the edition that is shown now, where that still has it.
	const { editionId, ordinal } = mention.place ?? mention;
	return (
		<li className={styles.passage}>
			<Link
				to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
				params={{ recordId, editionId, ordinal: String(ordinal), annotationId: undefined }}
			>
				{title}
			</Link>
			<q className={styles.soft} dir="auto">
				{words}
			</q>
			<QuoteCardButton recordId={recordId} range={{ editionId, ordinal }} />
		</li>
	);
}
