import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Card } from '#renderer/ui/Card.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NotYetHeld.module.css';

/** The sources that a record cites and the archive has not got; one card a source, however often it is cited. */
export function NotYetHeld({ recordId }: { recordId: RecordId }) {
	const { data: links = [] } = useQuery(queries.links.list({ kind: 'record', id: recordId }));
	const sources = missingSources(links);
	if (sources.length === 0) return null;
	return (
		<section className={styles.section}>
			<h3 className={styles.title}>{message('links.not-yet-held')}</h3>
			<p className={styles.text}>{message('links.not-yet-held-text', { count: sources.length })}</p>
			<ul className={styles.list}>
				{sources.map(({ other, numbers }) => (
					<li key={other.id}>
						<Card tone="warn">
							<Link
								to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
								params={{ recordId: other.id }}
								className={styles.name}
							>
								{other.title}
							</Link>
							<p className={styles.facts}>
								{[
									...(other.dateEdtf ? [edtfWords(other.dateEdtf)] : []),
									...(numbers.length > 0
										? [message('links.paragraphs', { numbers: numbers.join(', '), count: numbers.length })]
										: []),
								].join(' · ')}
							</p>
						</Card>
					</li>
				))}
			</ul>
		</section>
	);
}

interface MissingSource {
	other: LinkView['other'];
	/** The ¶ numbers that cite it, in order. */
	numbers: number[];
}

function missingSources(links: readonly LinkView[]): MissingSource[] {
	const byId = new Map<string, MissingSource>();
	for (const { type, direction, other, fromNumber, origin } of links) {
		if (type !== 'cites' || direction !== 'outgoing' || origin === 'suggested') continue;
		if (other.kind !== 'record' || other.holding !== 'described-only') continue;
		const source = byId.get(other.id) ?? { other, numbers: [] };
		byId.set(other.id, source);
		if (fromNumber !== null && !source.numbers.includes(fromNumber)) source.numbers.push(fromNumber);
	}
	for (const { numbers } of byId.values()) numbers.sort((a, b) => a - b);
	return [...byId.values()];
}
