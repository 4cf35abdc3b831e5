import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import { pagedFiles } from '../pages/paged-files.ts';

/** For pictures and scans without text: a person can write down what stands in them. */
export function WritingOffer({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly();
	if (isReadOnly || record.isInBin || pagedFiles(record.files).length === 0) return null;
	return (
		<div>
			<Button onPress={() => runCommand('text.write')}>{message('writing.offer')}</Button>
		</div>
	);
}
