import { useQuery } from '@tanstack/react-query';
import { Link as PlaceLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './RecordLinks.module.css';

interface RecordLinksProps {
	recordId: RecordId;
	/** With a heading of its own. */
	isTitled?: boolean;
}

/** How many links a record has; undefined until that is known. */
export function useLinkCount(recordId: RecordId): number | undefined {
	return useQuery(queries.links.list({ kind: 'record', id: recordId })).data?.length;
}

/** Every link that this record is an end of, with a way to the other end. */
export function RecordLinks({ recordId, isTitled = false }: RecordLinksProps) {
	const { data: links, error } = useQuery(queries.links.list({ kind: 'record', id: recordId }));
	if (error) return <ErrorNotice error={error} />;
	if (!links) return null;
	if (links.length === 0) return isTitled ? null : <p className={styles.none}>{message('reader.no-links')}</p>;
	return (
		<section className={styles.section}>
			{isTitled && <h2>{message('reader.links')}</h2>}
			<ul className={styles.list}>
				{links.map((link) => (
					<li key={`${link.id}-${link.direction}`} className={styles.entry}>
						<span className={styles.type}>
							{message(`link.${link.type}.${link.direction}`)}
							{link.fromNumber !== null && ` · ¶ ${link.fromNumber}`}
							{link.origin === 'suggested' && ` · ${message('reader.link-suggested')}`}
						</span>
						<OtherEnd link={link} />
					</li>
				))}
			</ul>
		</section>
	);
}

function OtherEnd({ link: { other } }: { link: LinkView }) {
	const facts = [
		...(other.dateEdtf ? [edtfWords(other.dateEdtf)] : []),
		...(other.holding === 'described-only' ? [message('reader.not-yet-held')] : []),
	];
	return (
		<>
			<Way other={other}>{other.title}</Way>
			{facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
		</>
	);
}

function Way({ other, children }: { other: LinkView['other']; children: ReactNode }) {
	switch (other.kind) {
		case 'record':
			return (
				<PlaceLink to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId: other.id }}>
					{children}
				</PlaceLink>
			);
		case 'name':
			return (
				<PlaceLink to="/names/{-$nameId}" params={{ nameId: other.id }}>
					{children}
				</PlaceLink>
			);
		case 'event':
			return <PlaceLink to="/chronology">{children}</PlaceLink>;
		default:
			return <span>{children}</span>;
	}
}
