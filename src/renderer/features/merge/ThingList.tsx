import { useInfiniteQuery } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { JobId } from '#shared/domain/ids.ts';
import type { MergedChange, MergedKind, MergedThing } from '#shared/domain/merge.ts';
import { fieldWords } from '#shared/messages/field-words.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './MergePage.module.css';

const pageLength = 200;

/** Of which kind, and what becomes of them; empty for all. */
export interface ThingFilter {
	kind?: MergedKind;
	change?: MergedChange;
}

interface ThingListProps {
	id: JobId;
	filter: ThingFilter;
	onShowAll(): void;
}

/** The things that a merge brings or changes, by name. */
export function ThingList({ id, filter, onShowAll }: ThingListProps) {
	const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
		queryKey: [...keys.merge.things(), { id, ...filter }],
		queryFn: ({ pageParam }) => archive.calls.merge.things({ id, ...filter, offset: pageParam, limit: pageLength }),
		initialPageParam: 0,
		getNextPageParam: (page, pages) => {
			const shown = pages.reduce((sum, { things }) => sum + things.length, 0);
			return shown < page.total && page.things.length > 0 ? shown : undefined;
		},
	});
	if (error) return <ErrorNotice error={error} />;
	const things = data?.pages.flatMap((page) => page.things) ?? [];
	const total = data?.pages[0]?.total ?? 0;
	return (
		<section aria-label={message('merge.things')}>
			<p className={styles.actions}>
				<span role="status" className={styles.soft}>
					{message('merge.shown', { shown: things.length, total })}
				</span>
				{filter.kind || filter.change ? <Button onPress={onShowAll}>{message('merge.all')}</Button> : null}
			</p>
			<ul className={styles.things}>
				{things.map((thing) => (
					<Thing key={`${thing.kind} ${thing.id}`} thing={thing} />
				))}
			</ul>
			{hasNextPage ? <Button onPress={() => void fetchNextPage()}>{message('merge.more')}</Button> : null}
		</section>
	);
}

const tones: Readonly<Record<MergedChange, 'ok' | 'plain' | 'warn' | 'danger'>> = {
	new: 'ok',
	changed: 'plain',
	deleted: 'danger',
	conflict: 'warn',
};

function Thing({ thing: { kind, change, title, recordTitle, fields } }: { thing: MergedThing }) {
	return (
		<li className={styles.thing}>
			<Chip tone={tones[change]}>{message(`merge.change.${change}`)}</Chip>
			<span className={styles.soft}>{message(`merge.kind.${kind}`)}</span>
			<span className={styles.words} dir="auto">
				{title || message('merge.untitled')}
				{recordTitle ? (
					<span className={styles.soft}> {message('merge.on-record', { title: recordTitle })}</span>
				) : null}
				{fields.length > 0 ? <span className={styles.soft}> · {fieldWords(fields)}</span> : null}
			</span>
		</li>
	);
}
