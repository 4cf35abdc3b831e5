import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { startSearch } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { queryOfTerm, type TermHits } from '#shared/search/list/search-list.ts';
import { mostTerms } from '#shared/search/list/term-list.ts';
import { ListProgress } from './ListProgress.tsx';
import styles from './ListSearchPage.module.css';
import { ListTable } from './ListTable.tsx';
import { inOrder } from './list-order.ts';
import { searchAgain, searchFromFile, useListSearch } from './list-search-store.ts';
import { saveTable } from './save-table.ts';

/** Searches for every name or term of a file, and gives a table of what was found. */
export function ListSearchPage() {
	const { file, list, rows, sort, isClose, error } = useListSearch();
	const shown = useMemo(() => inOrder(rows, sort), [rows, sort]);
	const openHits = useOpenHits();
	useEffect(startSearch, []);
	if (!file || !list)
		return (
			<EmptyState isPage title={message('list-search.title')} text={message('list-search.text', { most: mostTerms })}>
				{error ? <ErrorNotice error={new AppError(error.code, error.detail)} /> : null}
				<ChooseFile />
			</EmptyState>
		);
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<h1 className={styles.title}>{message('list-search.of-file', { file: file.name })}</h1>
				<ChooseFile />
				<Button isDisabled={rows.length === 0} onPress={() => void saveTable(shown, file.name).catch(showError)}>
					{message('list-search.save')}
				</Button>
			</header>
			<div className={styles.options}>
				<Checkbox isSelected={list.heading !== null} onChange={(hasHeading) => searchAgain({ hasHeading })}>
					{message('list-search.has-heading')}
				</Checkbox>
				<Switch isSelected={isClose} onChange={(next) => searchAgain({ isClose: next })}>
					{message('search.close-only')}
				</Switch>
				{list.leftOut > 0 ? (
					<span>{message('list-search.left-out', { most: mostTerms, count: list.leftOut })}</span>
				) : null}
			</div>
			<ListProgress />
			<ListTable rows={shown} onOpen={openHits} />
		</div>
	);
}

/** The file's own dialog, in both editions. */
function ChooseFile() {
	const input = useRef<HTMLInputElement>(null);
	const hasFile = useListSearch((search) => search.file !== null);
	return (
		<>
			<input
				ref={input}
				type="file"
				hidden
				accept=".csv,.tsv,.txt"
				aria-label={message('list-search.choose')}
				onChange={({ currentTarget }) => {
					const [file] = currentTarget.files ?? [];
					// So that the same file, when it was changed, is a change again.
					if (file) void searchFromFile(file);
					currentTarget.value = '';
				}}
			/>
			<Button variant={hasFile ? 'plain' : 'primary'} onPress={() => input.current?.click()}>
				{message(hasFile ? 'list-search.choose-other' : 'list-search.choose')}
			</Button>
		</>
	);
}

function useOpenHits(): (row: TermHits) => void {
	const navigate = useNavigate();
	const isClose = useListSearch((search) => search.isClose);
	return ({ term }) => {
		const { text, ...filters } = queryOfTerm(term, isClose);
		void navigate({ to: '/search', search: { q: text, ...filters } });
	};
}
