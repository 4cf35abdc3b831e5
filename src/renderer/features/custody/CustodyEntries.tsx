import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { detailWords } from '#renderer/lib/custody-words.ts';
import { formatInstant, shortDigest } from '#renderer/lib/format.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { type CustodyEntry, type CustodyFilter, isCustodyKind, premisEventType } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './CustodyEntries.module.css';

const pageLength = 200;

/** The entries that pass, newest first, a page at a time. */
export function CustodyEntries({ filter }: { filter: CustodyFilter }) {
	const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
		queryKey: [...keys.custody.find(), { filter }],
		queryFn: ({ pageParam }) => archive.calls.custody.find({ filter, offset: pageParam, limit: pageLength }),
		initialPageParam: 0,
		getNextPageParam: (page, pages) => {
			const shown = pages.reduce((sum, { entries }) => sum + entries.length, 0);
			return shown < page.total && page.entries.length > 0 ? shown : undefined;
		},
		placeholderData: keepPreviousData,
	});
	if (error) return <ErrorNotice error={error} />;
	if (!data) return null;
	const entries = data.pages.flatMap((page) => page.entries);
	const total = data.pages[0]?.total ?? 0;
	return (
		<section>
			<p className={styles.count} role="status">
				{message('custody.count', { count: total })}
			</p>
			<ul className={styles.list} aria-label={message('custody.entries')}>
				{entries.map((entry) => (
					<Entry key={`${entry.replicaId} ${entry.sequence}`} entry={entry} />
				))}
			</ul>
			{hasNextPage ? (
				<Button onPress={() => void fetchNextPage()}>
					{message('adding.show-more', { count: total - entries.length })}
				</Button>
			) : null}
		</section>
	);
}

function Entry({ entry }: { entry: CustodyEntry }) {
	const { kind, at, agent, software, sequence, hash } = entry;
	const { term, uri } = premisEventType(kind);
	const who = [agent, software].filter((part) => part !== '');
	return (
		<li className={styles.entry}>
			<p className={styles.what}>
				<strong>{isCustodyKind(kind) ? message(`custody.kind.${kind}`) : kind}</strong>
				<span className={styles.term} title={uri}>
					{term}
				</span>
				<About entry={entry} />
			</p>
			<Detail entry={entry} />
			<p className={styles.small}>
				{[formatInstant(at), ...who, message('custody.number', { number: sequence })].join(' · ')}{' '}
				<code title={hash}>{shortDigest(hash)}</code>
			</p>
		</li>
	);
}

function About({ entry: { subject, subjectName, recordId } }: { entry: CustodyEntry }) {
	if (subject === '') return <span>{message('custody.whole-archive')}</span>;
	const name = subjectName || shortDigest(subject);
	if (!recordId) return <span title={subject}>{name}</span>;
	return (
		<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId }}>
			{name}
		</Link>
	);
}

/** With the names that are stored, which the hash covers, for whoever points at them. */
function Detail({ entry: { detail } }: { entry: CustodyEntry }) {
	const parts = detailWords(detail);
	if (parts.length === 0) return null;
	return (
		<p className={styles.detail}>
			{parts.map(({ name, label, value }, at) => (
				<Fragment key={name}>
					{at > 0 ? ' · ' : null}
					<span title={name}>{message('custody.detail', { label, value })}</span>
				</Fragment>
			))}
		</p>
	);
}
