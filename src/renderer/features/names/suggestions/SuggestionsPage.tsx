import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipFilter } from '#renderer/ui/ChipFilter.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import styles from '#renderer/ui/review-page.module.css';
import { AppError } from '#shared/domain/app-error.ts';
import type { Name } from '#shared/domain/name.ts';
import type { FoundCandidate, RejectedName } from '#shared/domain/name-suggestion.ts';
import { message } from '#shared/messages/messages.ts';
import { FormOfDialog } from './FormOfDialog.tsx';
import { listedSuggestions, type SuggestionFilter, suggestionFilters } from './listed-suggestions.ts';
import { RejectedList } from './RejectedList.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { lookForNames, stopLooking, useSuggestions } from './suggestions-store.ts';

const noNames: Name[] = [];
const noneRejected: RejectedName[] = [];

/** Words of the texts that may be names: each is made a name, or a form of one, or said to be none. Nothing is tagged by itself. */
export function SuggestionsPage() {
	const { state, candidates, error } = useSuggestions();
	const { data: names = noNames } = useQuery(queries.names.list());
	const { data: knownRejected } = useQuery(queries.nameSuggestions.rejected());
	const rejected = knownRejected ?? noneRejected;
	const [filter, setFilter] = useState<SuggestionFilter | 'rejected'>('all');
	const [formOf, setFormOf] = useState<FoundCandidate | null>(null);
	const listed = useMemo(() => listedSuggestions(candidates.values(), names, rejected), [candidates, names, rejected]);
	const shown = useMemo(
		() => (filter === 'all' ? listed : listed.filter(({ evidence }) => evidence === filter)),
		[listed, filter],
	);
	if (state === 'idle' && rejected.length === 0)
		return (
			<EmptyState isPage title={message('names.suggestions')} text={message('names.suggestions.about')}>
				<Button variant="primary" onPress={() => void lookForNames()}>
					{message('names.suggestions.look')}
				</Button>
			</EmptyState>
		);
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<Link to="/names/{-$nameId}" params={{ nameId: undefined }} className={styles.back}>
					{message('names.back')}
				</Link>
				<h1 className={styles.title}>{message('names.suggestions')}</h1>
				<Progress count={listed.length} />
			</header>
			<div className={styles.filters}>
				<ChipFilter
					label={message('names.suggestions.filter')}
					options={[
						...suggestionFilters.map((each) => ({ value: each, label: message(`names.suggestions.filter.${each}`) })),
						{
							value: 'rejected',
							label: message('names.suggestions.filter.rejected'),
							count: knownRejected?.length ?? null,
						},
					]}
					value={filter}
					onChange={setFilter}
				/>
			</div>
			{error ? <ErrorNotice error={new AppError(error.code, error.detail)} /> : null}
			{filter === 'rejected' ? (
				<RejectedList rejected={rejected} />
			) : shown.length === 0 ? (
				<p ref={focusIfLost} tabIndex={-1} className={styles.none}>
					{message(state === 'done' ? 'names.suggestions.none' : 'names.suggestions.none-yet')}
				</p>
			) : (
				<SuggestionList candidates={shown} onFormOf={setFormOf} />
			)}
			{formOf ? <FormOfDialog candidate={formOf} names={names} onClose={() => setFormOf(null)} /> : null}
		</div>
	);
}

/** How far the looking is, to be stopped and begun anew. */
function Progress({ count }: { count: number }) {
	const { state, done, total } = useSuggestions();
	if (state === 'running')
		return (
			<>
				<ProgressBar label={message('names.suggestions.looking')} done={done} total={total} />
				<Button onPress={stopLooking}>{message('dialog.cancel')}</Button>
			</>
		);
	return (
		<>
			<p role="status" className={styles.count}>
				{state === 'idle' ? '' : message('names.suggestions.count', { count, passages: done })}
			</p>
			<Button onPress={() => void lookForNames()}>
				{message(state === 'idle' ? 'names.suggestions.look' : 'names.suggestions.again')}
			</Button>
		</>
	);
}
