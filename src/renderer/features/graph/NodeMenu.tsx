import { useNavigate } from '@tanstack/react-router';
import { MenuGroup, MenuItem } from '#renderer/ui/Menu.tsx';
import { mostSteps } from '#shared/domain/graph.ts';
import type { ShownGraph, ShownNode } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold } from './graph-store.ts';
import { addressOf } from './PlaceLink.tsx';

/** What the inspector offers for what is chosen, as entries of a menu. */
export function NodeEntries({ shown, of: { id, node } }: { shown: ShownGraph; of: ShownNode }) {
	const navigate = useNavigate();
	if (!node) return <MenuItem onAction={() => toggleFold(shown, id)}>{message('graph.unfold')}</MenuItem>;
	return (
		<>
			<MenuItem onAction={() => void navigate(addressOf(node.place))}>{message(`graph.open.${node.kind}`)}</MenuItem>
			<MenuGroup title={message('graph.around-field')}>
				{Array.from({ length: mostSteps }, (_, at) => at + 1).map((steps) => (
					<MenuItem
						key={steps}
						onAction={() => void navigate({ to: '/graph', search: { around: node.id, steps }, hash: node.id })}
					>
						{message('graph.steps', { count: steps })}
					</MenuItem>
				))}
			</MenuGroup>
		</>
	);
}
