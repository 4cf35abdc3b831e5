import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { editionName } from '#renderer/lib/edition-name.ts';
import { NavEntry, NavSection } from '#renderer/ui/NavList.tsx';
import { NavigationContents } from '#renderer/ui/slots.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { Contents } from './contents/Contents.tsx';

interface ReaderNavigationProps {
	record: RecordDetail;
	edition: Edition;
	blocks: readonly StoredBlock[];
	onGoTo(ordinal: number): void;
}

/** In the navigation: the headings of the text, the one being read marked, and the record's other editions. */
export const ReaderNavigation = memo(function ReaderNavigation({
	record,
	edition,
	blocks,
	onGoTo,
}: ReaderNavigationProps) {
	return (
		<NavigationContents>
			<Contents blocks={blocks} onGoTo={onGoTo} />
			{record.editions.length > 1 && <Editions record={record} edition={edition} />}
		</NavigationContents>
	);
});

function Editions({ record, edition: shown }: Pick<ReaderNavigationProps, 'record' | 'edition'>) {
	return (
		<NavSection title={message('reader.editions')}>
			{record.editions.map((edition) => (
				<NavEntry key={edition.id}>
					<Link
						to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
						params={{ recordId: record.id, editionId: edition.id }}
						activeProps={{ 'aria-current': undefined }}
						aria-current={edition.id === shown.id ? 'true' : undefined}
					>
						{editionName(edition, record)}
					</Link>
				</NavEntry>
			))}
		</NavSection>
	);
}
