import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { askToRecognise } from '#renderer/features/recognition/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Menu, MenuGroup, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { CollectionDialog } from './CollectionDialog.tsx';
import { DescribeDialog } from './description/DescribeDialog.tsx';
import type { LibraryPlace } from './library-place.ts';
import { useLibrary } from './library-store.ts';
import { addToCollection, moveToBin, removeFromCollection, restore, verifyRecords } from './record-mutations.ts';

/** What can be done with the chosen records together. */
export function SelectionMenu({ place }: { place: LibraryPlace }) {
	const isReadOnly = useIsReadOnly();
	const ids = [...useLibrary(({ selectedIds }) => selectedIds)];
	const { data: collections = [] } = useQuery(queries.collections.list());
	const [isMaking, setIsMaking] = useState(false);
	const [isDescribing, setIsDescribing] = useState(false);
	if (ids.length === 0) return null;
	if (isReadOnly) return place.bin ? null : <VerifyButton recordIds={ids} />;
	if (place.bin)
		return <Button onPress={() => restore(ids)}>{message('library.restore', { count: ids.length })}</Button>;
	const { collection } = place;
	return (
		<>
			<MenuTrigger>
				<ChipButton isOn>
					{message('library.with-selected', { count: ids.length })}
					<ChevronDown size={12} aria-hidden />
				</ChipButton>
				<Menu aria-label={message('library.with-selected', { count: ids.length })}>
					<MenuGroup title={message('library.add-to-collection')}>
						{collections
							.filter(({ id }) => id !== collection)
							.map(({ id, name }) => (
								<MenuItem key={id} onAction={() => addToCollection(id, name, ids)}>
									{name}
								</MenuItem>
							))}
						<MenuItem onAction={() => setIsMaking(true)}>{message('collection.new')}</MenuItem>
					</MenuGroup>
					<MenuGroup title={message('library.work-on')}>
						<MenuItem onAction={() => askToRecognise(ids)}>{message('command.recognition.start')}</MenuItem>
					</MenuGroup>
					<MenuGroup title={message('library.keeping')}>
						<MenuItem onAction={() => setIsDescribing(true)}>{message('library.describe')}</MenuItem>
						<MenuItem onAction={() => verifyRecords(ids)}>{message('library.verify')}</MenuItem>
					</MenuGroup>
					<MenuGroup title={message('library.take-away')}>
						{collection ? (
							<MenuItem onAction={() => removeFromCollection(collection, ids)}>
								{message('library.remove-from-collection')}
							</MenuItem>
						) : null}
						<MenuItem onAction={() => moveToBin(ids)}>{message('library.move-to-bin')}</MenuItem>
					</MenuGroup>
				</Menu>
			</MenuTrigger>
			{isDescribing ? <DescribeDialog recordIds={ids} onClose={() => setIsDescribing(false)} /> : null}
			{isMaking ? <CollectionDialog recordIds={ids} onClose={() => setIsMaking(false)} /> : null}
		</>
	);
}

/** All that can be done with records of an archive that cannot be written to. */
function VerifyButton({ recordIds }: { recordIds: RecordId[] }) {
	return <Button onPress={() => verifyRecords(recordIds)}>{message('library.verify')}</Button>;
}
