import { useIsField } from '#renderer/features/field/index.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { message } from '#shared/messages/messages.ts';

/** In the field profile nothing is opened unasked, and what was sealed may be gone from here: what to do then. */
export function NoArchive() {
	const isField = useIsField();
	return (
		<EmptyState
			title={message('archive.none')}
			text={message(isField ? 'field.no-archive' : 'home.removed.none')}
			isPage
		>
			{desktop ? (
				<>
					<Button variant="primary" onPress={() => runCommand('archive.open')}>
						{message('command.archive.open')}
					</Button>
					<Button onPress={() => runCommand('archive.new-encrypted')}>
						{message('command.archive.new-encrypted')}
					</Button>
				</>
			) : null}
		</EmptyState>
	);
}
