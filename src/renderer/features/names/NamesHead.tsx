import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipFilter } from '#renderer/ui/ChipFilter.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { nameKinds } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import type { NameFilter } from './listed-names.ts';
import styles from './NamesPage.module.css';
import { openDialog, setFilter, useNames } from './names-store.ts';

const filters: readonly NameFilter[] = ['all', ...nameKinds, 'known'];

/** What narrows the list, and the way to a new name. */
export function NamesHead({ count, knownCount }: { count: number; knownCount: number }) {
	const { filter, typed } = useNames();
	const isReadOnly = useIsReadOnly();
	return (
		<header className={styles.head}>
			<h1 className={styles.title}>{message('names.title')}</h1>
			<p className={styles.count} role="status">
				{message(filter === 'known' ? 'names.known.count' : 'names.count', { count })}
			</p>
			<Link to="/suggested-names">{message('names.suggestions')}</Link>
			{isReadOnly ? null : (
				<Button onPress={() => openDialog('new')}>
					<Plus size={14} aria-hidden />
					{message('names.new')}
				</Button>
			)}
			<div className={styles.narrow}>
				<ChipFilter
					label={message('names.filter')}
					options={filters.map((each) => ({
						value: each,
						label:
							each === 'known' ? message('names.filter.known', { count: knownCount }) : message(`names.filter.${each}`),
					}))}
					value={filter}
					onChange={setFilter}
				/>
				<div className={styles.find}>
					<TextField
						label={message('names.find')}
						isLabelHidden
						placeholder={message('names.find')}
						value={typed}
						onChange={(text) => useNames.setState({ typed: text })}
					/>
				</div>
			</div>
		</header>
	);
}
