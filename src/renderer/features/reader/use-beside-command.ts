import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '#renderer/lib/commands.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { useReader } from './reader-store.ts';

/** Answers the command that opens a second place beside the one being read: of this text first, then of any other. */
export function useBesideCommand(recordId: RecordId, editionId: EditionId | null): void {
	const navigate = useNavigate();
	useCommand(
		'reader.beside',
		() => {
			if (!editionId) return;
			const at = useReader.getState().place.ordinal;
			void navigate({
				to: '/beside/$recordId/{-$editionId}/{-$ordinal}',
				params: { recordId, editionId, ordinal: String(at) },
				search: { with: recordId, edition: editionId, at },
			});
		},
		editionId !== null,
	);
}
