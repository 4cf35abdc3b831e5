import { Maximize2, Minus, Plus } from 'lucide-react';
import { message } from '#shared/messages/messages.ts';
import { IconButton } from './IconButton.tsx';

interface ZoomButtonsProps {
	onZoomOut(): void;
	onZoomIn(): void;
	onShowAll(): void;
}

/** Beside a picture; the keys for the same are the picture's own. */
export function ZoomButtons({ onZoomOut, onZoomIn, onShowAll }: ZoomButtonsProps) {
	return (
		<>
			<IconButton label={message('chronology.zoom-out')} onPress={onZoomOut}>
				<Minus size={15} />
			</IconButton>
			<IconButton label={message('chronology.zoom-in')} onPress={onZoomIn}>
				<Plus size={15} />
			</IconButton>
			<IconButton label={message('graph.fit')} onPress={onShowAll}>
				<Maximize2 size={15} />
			</IconButton>
		</>
	);
}
