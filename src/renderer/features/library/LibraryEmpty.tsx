import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { inboxCollectionId } from '#shared/domain/inbox.ts';
import { message } from '#shared/messages/messages.ts';
import type { LibraryPlace } from './library-place.ts';
import { emptyFilter, useLibrary } from './library-store.ts';

/** Why nothing is listed, and what to do about it. */
export function LibraryEmpty({ place, isFiltered }: { place: LibraryPlace; isFiltered: boolean }) {
	const isReadOnly = useIsReadOnly();
	if (isFiltered)
		return (
			<EmptyState title={message('library.filtered.title')} text={message('library.filtered.text')}>
				<Button onPress={() => useLibrary.setState({ filter: emptyFilter })}>{message('library.clear-filter')}</Button>
			</EmptyState>
		);
	if (place.bin)
		return <EmptyState title={message('library.bin-empty.title')} text={message('library.bin-empty.text')} />;
	if (place.collection === inboxCollectionId)
		return (
			<EmptyState title={message('inbox.empty.title')} text={message('inbox.empty.text')}>
				{isReadOnly || readingCopy ? null : (
					<>
						<Button onPress={() => runCommand('adding.paste')}>{message('command.adding.paste')}</Button>
						<Button onPress={() => runCommand('settings.open')}>{message('navigation.settings')}</Button>
					</>
				)}
			</EmptyState>
		);
	if (place.collection)
		return (
			<EmptyState title={message('library.collection-empty.title')} text={message('library.collection-empty.text')} />
		);
	return (
		<EmptyState title={message('library.empty.title')} text={message('library.empty.text')}>
			{isReadOnly ? null : (
				<>
					<Button variant="primary" onPress={() => runCommand('adding.files')}>
						{message('command.adding.files')}
					</Button>
					<Button onPress={() => runCommand('adding.folder')}>{message('command.adding.folder')}</Button>
					<Button onPress={() => runCommand('records.new')}>{message('command.records.new')}</Button>
				</>
			)}
		</EmptyState>
	);
}
