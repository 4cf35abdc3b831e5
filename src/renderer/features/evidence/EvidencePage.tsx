import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { useKeysSaid } from '#renderer/lib/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { ClaimEvidence } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import { ClaimCard } from './ClaimCard.tsx';
import { EvidenceExportDialog } from './EvidenceExportDialog.tsx';
import { EvidenceFilters } from './EvidenceFilters.tsx';
import styles from './EvidencePage.module.css';
import { filterClaims, noFilter } from './evidence-filter.ts';

const none: ClaimEvidence[] = [];

const claimKeys = {
	next: 'passage.next',
	previous: 'passage.previous',
	claim: 'annotation.claim',
	link: 'annotation.link',
} as const;

/** Every claim of the archive with what supports and what contradicts it; those without either are flagged. */
export function EvidencePage() {
	const { data: claims = none, error, isPending } = useQuery(queries.evidence.list());
	const [filter, setFilter] = useState(noFilter);
	const [isExporting, setIsExporting] = useState(false);
	const said = useKeysSaid(claimKeys);
	const shown = useMemo(() => filterClaims(claims, filter), [claims, filter]);
	const list = useRef<HTMLUListElement>(null);
	useCommand('annotation.next', () => step(list.current, 1), shown.length > 0);
	useCommand('annotation.previous', () => step(list.current, -1), shown.length > 0);

	if (error) return <ErrorNotice error={error} />;
	if (claims.length === 0 && !isPending)
		return <EmptyState isPage title={message('evidence.empty.title')} text={message('evidence.empty.text', said)} />;
	return (
		<div className={styles.page}>
			<header className={styles.bar}>
				<h1 className={styles.title}>{message('evidence.title')}</h1>
				<span className={styles.count} role="status">
					{message('evidence.count', { shown: shown.length, total: claims.length })}
				</span>
				{readingCopy ? null : (
					<Button onPress={() => setIsExporting(true)} isDisabled={shown.length === 0}>
						{message('evidence.export')}
					</Button>
				)}
			</header>
			<EvidenceFilters filter={filter} onChange={setFilter} claims={claims} />
			{shown.length === 0 && !isPending ? (
				<p className={styles.nothing}>{message('evidence.nothing-passes')}</p>
			) : (
				<ul
					ref={list}
					className={styles.list}
					aria-label={message('evidence.claims')}
					data-takes-focus=""
					tabIndex={-1}
				>
					{shown.map((claim) => (
						<li key={claim.claim.id} className={styles.entry}>
							<ClaimCard claim={claim} />
						</li>
					))}
				</ul>
			)}
			{isExporting ? <EvidenceExportDialog claims={shown} onClose={() => setIsExporting(false)} /> : null}
		</div>
	);
}

/** Moves the focus from claim to claim, around the ends. */
function step(list: HTMLElement | null, by: 1 | -1): void {
	const cards = [...(list?.querySelectorAll<HTMLElement>('article') ?? [])];
	const at = cards.findIndex((card) => card.contains(document.activeElement));
	const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length;
	cards[next]?.focus();
}
