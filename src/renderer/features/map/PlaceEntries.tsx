import { useNavigate } from '@tanstack/react-router';
import { MenuItem } from '#renderer/ui/Menu.tsx';
import type { MapPlace } from '#shared/domain/map.ts';
import { message } from '#shared/messages/messages.ts';

/** What can be done with a place, on the map or in the list beside it, as entries of a menu. */
export function PlaceEntries({ id }: Pick<MapPlace, 'id'>) {
	const navigate = useNavigate();
	return (
		<MenuItem onAction={() => void navigate({ to: '/name/$nameId/{-$part}', params: { nameId: id, part: undefined } })}>
			{message('graph.open.name')}
		</MenuItem>
	);
}
