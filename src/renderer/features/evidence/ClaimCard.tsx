import { Link } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { memo, useId } from 'react';
import { MarkdownText } from '#renderer/features/annotations/index.ts';
import { startLinking } from '#renderer/features/links/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { followAddress } from '#renderer/lib/follow-address.ts';
import { formatDay } from '#renderer/lib/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { ClaimEvidence } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import { paragraphWords } from '#shared/messages/paragraph-words.ts';
import styles from './ClaimCard.module.css';
import { EvidenceList } from './EvidenceList.tsx';
import { isWithoutEvidence } from './evidence-filter.ts';
import { placeOf, recordRoute } from './evidence-place.ts';
import { SourceFacts } from './SourceFacts.tsx';

/** One claim: its words, who made it where, and beneath it what is linked for it and against it. */
export const ClaimCard = memo(function ClaimCard({ claim: evidence }: { claim: ClaimEvidence }) {
	const { claim, words, record, numbers, supports, contradicts } = evidence;
	const headId = useId();
	const isReadOnly = useIsReadOnly();
	return (
		// Reached with the keys that step through annotations; Tab goes on into it.
		<article aria-labelledby={headId} tabIndex={-1} className={styles.frame} data-purpose="claim">
			<Card tone="claim" className={styles.card}>
				<header className={styles.head}>
					<h2 id={headId} className={styles.title}>
						<Link to={recordRoute} params={placeOf(record.id, claim.place ?? claim.target, claim.id)}>
							{numbers === ''
								? record.title
								: message('evidence.at', { title: record.title, place: paragraphWords(numbers, claim.placement) })}
						</Link>
					</h2>
					{isWithoutEvidence(evidence) ? <Chip tone="warn">{message('evidence.none')}</Chip> : null}
				</header>
				<SourceFacts record={record} others={factsOf(claim)} />
				{words === '' ? null : (
					<blockquote className={styles.quote} dir="auto">
						{words}
					</blockquote>
				)}
				{claim.body.trim() === '' ? null : <MarkdownText markdown={claim.body} onFollow={followAddress} />}
				{claim.tags.length === 0 ? null : (
					<p className={styles.tags}>
						{claim.tags.map((tag) => (
							<Chip key={tag}>{tag}</Chip>
						))}
					</p>
				)}
				<div className={styles.sides}>
					<EvidenceList title={message('links.incoming.supports')} evidence={supports} />
					<EvidenceList title={message('links.incoming.contradicts')} evidence={contradicts} />
				</div>
				{isReadOnly ? null : (
					<Button
						variant="quiet"
						className={styles.link}
						onPress={() => startLinking({ end: { kind: 'annotation', id: claim.id }, words, purpose: 'claim' })}
					>
						<Link2 size={14} aria-hidden />
						{message('evidence.link')}
					</Button>
				)}
			</Card>
		</article>
	);
});

function factsOf({ author, changedAt, placement, region }: Annotation): string[] {
	return [
		...(region ? [message('annotations.region.place', { page: region.page })] : []),
		...(author === '' ? [] : [author]),
		formatDay(changedAt),
		...(placement === 'placed' ? [] : [message(`annotations.placement.${placement}`)]),
	];
}
