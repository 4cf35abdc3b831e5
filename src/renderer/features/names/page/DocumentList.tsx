import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAfterPaint } from '#renderer/lib/after-paint.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Name } from '#shared/domain/name.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import type { MentionGroup } from '#shared/search/mentions/mention-rows.ts';
import { useLinkedThings } from '../use-linked-things.ts';
import styles from './NamePage.module.css';
import { documentsOf, type NameDocument } from './name-documents.ts';

interface DocumentListProps {
	name: Name;
	groups: readonly MentionGroup[];
}

const noRecords: RecordSummary[] = [];

/** How many there are. It goes through all records once the page is painted, and draws nothing of that anew but itself. */
export function DocumentCount(props: DocumentListProps) {
	const shown = useAfterPaint(props.groups);
	return shown ? <Counted name={props.name} groups={shown} /> : null;
}

function Counted(props: DocumentListProps) {
	const count = useDocuments(props).length;
	return count > 0 ? count : null;
}

function useDocuments({ name, groups }: DocumentListProps): NameDocument[] {
	const { records: linked } = useLinkedThings(name);
	const { data: records = noRecords } = useQuery(queries.records.list({}));
	return useMemo(() => documentsOf(name, groups, { linked, records }), [name, groups, linked, records]);
}

/** The records that a name is in, and why. */
export function DocumentList(props: DocumentListProps) {
	const documents = useDocuments(props);
	if (documents.length === 0) return <p className={styles.none}>{message('names.documents.none')}</p>;
	return (
		<ul className={styles.documents}>
			{documents.map(({ id, title, dateEdtf, passageCount, isCreator, isLinked }) => (
				<li key={id} className={styles.document}>
					<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId: id }}>
						{title}
					</Link>
					<span className={styles.facts}>
						{[
							...(dateEdtf === '' ? [] : [edtfWords(dateEdtf)]),
							...(passageCount > 0 ? [message('names.mentions.passages', { count: passageCount })] : []),
						].join(' · ')}
					</span>
					{isCreator ? <Chip>{message('names.documents.creator')}</Chip> : null}
					{isLinked ? <Chip tone="accent">{message('names.documents.linked')}</Chip> : null}
				</li>
			))}
		</ul>
	);
}
