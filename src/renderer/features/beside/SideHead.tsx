import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { editionName } from '#renderer/lib/edition-name.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { EditionId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './BesidePage.module.css';
import type { BesidePlace } from './beside-address.ts';

interface SideHeadProps {
	place: BesidePlace;
	/** The way to another text is said in words: there is nothing to compare yet. */
	isOffered: boolean;
	onEdition(id: EditionId): void;
	onChoose(): void;
}

/** What is read on a side: the record, which of its editions, and the way to another text. */
export function SideHead({ place, isOffered, onEdition, onChoose }: SideHeadProps) {
	const { data: record } = useQuery(queries.records.get({ id: place.recordId }));
	const shownId = place.editionId ?? record?.editionId;
	const edition = record?.editions.find(({ id }) => id === shownId);
	return (
		<div className={styles.sideHead}>
			<h2 className={styles.sideTitle} dir="auto" title={record?.title}>
				{record?.title ?? ''}
			</h2>
			{record && edition && record.editions.length > 1 ? (
				<Select
					label={message('beside.edition')}
					isLabelHidden
					isQuiet
					value={edition.id}
					onChange={onEdition}
					options={record.editions.map((each) => ({ value: each.id, label: editionName(each, record) }))}
				/>
			) : (
				<span className={styles.language}>{edition ? languageName(edition.language) : ''}</span>
			)}
			{isOffered ? (
				<Button onPress={onChoose}>{message('beside.choose-text')}</Button>
			) : (
				<IconButton label={message('beside.choose-text')} onPress={onChoose}>
					<FileText size={15} />
				</IconButton>
			)}
		</div>
	);
}
