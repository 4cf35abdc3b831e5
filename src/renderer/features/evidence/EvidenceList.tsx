import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useId } from 'react';
import { MarkdownText } from '#renderer/features/annotations/index.ts';
import { removeLink } from '#renderer/features/links/index.ts';
import { QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { followAddress } from '#renderer/lib/follow-address.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { Evidence } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import { paragraphWords } from '#shared/messages/paragraph-words.ts';
import styles from './EvidenceList.module.css';
import { placeOf, recordRoute } from './evidence-place.ts';
import { SourceFacts } from './SourceFacts.tsx';

interface EvidenceListProps {
	title: string;
	evidence: readonly Evidence[];
}

/** What speaks for a claim, or what speaks against it; nothing where there is none. */
export function EvidenceList({ title, evidence }: EvidenceListProps) {
	const headId = useId();
	if (evidence.length === 0) return null;
	return (
		<section>
			<h3 id={headId} className={styles.title}>
				{title} <span className={styles.count}>{evidence.length}</span>
			</h3>
			<ul aria-labelledby={headId}>
				{evidence.map((each) => (
					<EvidenceItem key={each.linkId} evidence={each} />
				))}
			</ul>
		</section>
	);
}

function EvidenceItem({ evidence }: { evidence: Evidence }) {
	const { linkId, record, range, words, note, isOnPassage, dateEdtf, placement, page } = evidence;
	const isReadOnly = useIsReadOnly();
	return (
		<li className={styles.item}>
			<div className={styles.words}>
				<EvidenceTarget evidence={evidence} />
				<SourceFacts
					record={record}
					others={[
						...(page === null ? [] : [message('annotations.region.place', { page })]),
						...(dateEdtf === '' ? [] : [edtfWords(dateEdtf)]),
						...(placement === 'placed' ? [] : [message(`annotations.placement.${placement}`)]),
						...(isOnPassage ? [message('evidence.on-passage')] : []),
					]}
				/>
				{words === '' ? null : (
					<p className={styles.quote} dir="auto">
						{words}
					</p>
				)}
				{note.trim() === '' ? null : (
					<div className={styles.note}>
						<MarkdownText markdown={note} onFollow={followAddress} />
					</div>
				)}
			</div>
			{record && range && words !== '' ? <QuoteCardButton recordId={record.id} range={range} /> : null}
			{isReadOnly ? null : (
				<IconButton label={message('links.remove')} onPress={() => void removeLink(linkId)}>
					<X size={15} />
				</IconButton>
			)}
		</li>
	);
}

/** The way to the words, the name or the event. */
function EvidenceTarget({ evidence: { end, record, range, numbers, placement, title } }: { evidence: Evidence }) {
	if (record)
		return (
			<Link to={recordRoute} params={placeOf(record.id, range, end.kind === 'annotation' ? end.id : null)}>
				{numbers === ''
					? record.title
					: message('evidence.at', { title: record.title, place: paragraphWords(numbers, placement) })}
			</Link>
		);
	if (end.kind === 'name')
		return (
			<Link to="/name/$nameId/{-$part}" params={{ nameId: end.id }}>
				{title}
			</Link>
		);
	return (
		<Link to="/chronology" hash={end.id}>
			{title}
		</Link>
	);
}
