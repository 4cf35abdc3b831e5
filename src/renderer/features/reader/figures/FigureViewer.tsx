import { Minus, Plus, Scan, X } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useGestures } from '#renderer/lib/gestures.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { FigurePicture } from '#shared/domain/figure.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './figures.module.css';
import { clampScale, fittingScale, keptCentre, zoomStep } from './picture-scale.ts';

interface FigureViewerProps {
	name: string;
	address: string;
	picture: FigurePicture;
	isOpen: boolean;
	onClose(): void;
}

/** A picture over the whole window: it is seen in full first, and can be looked at closely by wheel, fingers or keys. */
export function FigureViewer({ name, isOpen, onClose, ...props }: FigureViewerProps) {
	return (
		<ModalOverlay
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose()}
			isDismissable
			className={styles.veil ?? ''}
			data-asks
		>
			<Modal className={styles.viewer ?? ''}>
				<Dialog className={styles.dialog ?? ''}>
					<Large name={name} onClose={onClose} {...props} />
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}

function Large({ name, address, picture, onClose }: Omit<FigureViewerProps, 'isOpen'>) {
	const area = useRef<HTMLDivElement>(null);
	const { scale, percent, zoomBy, show } = useScale(area, picture);
	const { handlers } = useGestures(area, {
		pan: (dx, dy) => area.current?.scrollBy(dx, dy),
		zoom: (factor, at) => zoomBy(factor, at),
	});
	// Before the dialog takes it to itself, where the arrow keys would move nothing.
	useLayoutEffect(() => area.current?.focus(), []);
	const press = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === '+' || event.key === '=') zoomBy(zoomStep);
		else if (event.key === '-') zoomBy(1 / zoomStep);
		else if (event.key === '0') show('all');
		else if (event.key === '1') show('pixels');
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog, wherever in it the focus is
		<div className={styles.large} onKeyDown={press}>
			<header className={styles.bar}>
				<Heading slot="title" className={styles.caption ?? ''} dir="auto">
					{name}
				</Heading>
				<output className={styles.percent}>{percent}</output>
				<IconButton label={message('figure.smaller')} onPress={() => zoomBy(1 / zoomStep)}>
					<Minus size={16} />
				</IconButton>
				<IconButton label={message('figure.larger')} onPress={() => zoomBy(zoomStep)}>
					<Plus size={16} />
				</IconButton>
				<IconButton label={message('figure.show-all')} onPress={() => show('all')}>
					<Scan size={16} />
				</IconButton>
				<IconButton label={message('figure.show-pixels')} onPress={() => show('pixels')}>
					<span>1:1</span>
				</IconButton>
				<IconButton label={message('dialog.close')} onPress={onClose}>
					<X size={16} />
				</IconButton>
			</header>
			{/* biome-ignore lint/a11y/useSemanticElements: a region that scrolls, not a section of a text */}
			<div
				ref={area}
				role="region"
				aria-label={message('figure.keys')}
				className={styles.area}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
				tabIndex={0}
				{...handlers}
			>
				<img
					src={address}
					alt={name}
					width={picture.width}
					height={picture.height}
					className={styles.shown}
					style={{ inlineSize: picture.width * scale, blockSize: picture.height * scale }}
					draggable={false}
				/>
			</div>
		</div>
	);
}

interface Point {
	x: number;
	y: number;
}

/** How large it is shown. What is looked at stays where it is when that changes. */
function useScale(area: React.RefObject<HTMLDivElement | null>, picture: FigurePicture) {
	/** Null as long as all of it is shown. */
	const [chosen, setChosen] = useState<number | null>(null);
	const [room, setRoom] = useState({ width: 0, height: 0 });
	const at = useRef<Point | null>(null);
	const scale = chosen ?? fittingScale(picture, room);
	const before = useRef(scale);

	useLayoutEffect(() => {
		const element = area.current;
		if (!element) return;
		const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		measure();
		return () => observer.disconnect();
	}, [area]);

	useLayoutEffect(() => {
		const element = area.current;
		if (element && before.current > 0 && before.current !== scale) {
			const point = at.current ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
			const { left, top } = keptCentre(element, point, scale / before.current);
			element.scrollTo({ left, top, behavior: 'instant' });
		}
		before.current = scale;
	}, [area, scale]);

	return {
		scale,
		percent: message('figure.percent', { percent: Math.round(scale * 100) }),
		zoomBy(factor: number, point: Point | null = null) {
			at.current = point;
			setChosen((current) => clampScale((current ?? fittingScale(picture, room)) * factor));
		},
		show(what: 'all' | 'pixels') {
			at.current = null;
			setChosen(what === 'all' ? null : 1);
		},
	};
}
