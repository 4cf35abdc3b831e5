import { Bookmark, BookmarkCheck } from 'lucide-react';
import { runCommand } from '#renderer/lib/commands.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { useReadingList } from './reading-list.ts';

/** By a record's title: shows whether it is on the reading list, puts it there and takes it off. */
export function KeepButton({ id }: { id: RecordId }) {
	const isOn = useReadingList().ids.includes(id);
	return (
		<IconButton
			label={message(isOn ? 'reading-list.on' : 'reading-list.off')}
			command="reading.keep"
			onPress={() => runCommand('reading.keep')}
		>
			{isOn ? <BookmarkCheck size={15} /> : <Bookmark size={15} />}
		</IconButton>
	);
}
