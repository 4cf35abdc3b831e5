import { ChevronDown } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { layerKey } from '#shared/domain/map.ts';
import { message } from '#shared/messages/messages.ts';
import { opacityOf, setOpacity, useMap } from '../map-store.ts';
import styles from './OpacityChip.module.css';
import type { LoadedLayer } from './use-layers.tsx';

const [leastPercent, stepPercent] = [10, 5];

/** How much of what lies below them the layers let through; nothing while none is shown. */
export function OpacityChip({ layers }: { layers: readonly LoadedLayer[] }) {
	const opacities = useMap((view) => view.opacities);
	const label = message('map.opacity');
	if (layers.length === 0) return null;
	return (
		<DialogTrigger>
			<ChipButton isOn={layers.some(({ layer }) => opacityOf(opacities, layerKey(layer)) < 1)}>
				{label}
				<ChevronDown size={12} aria-hidden />
			</ChipButton>
			<Popover label={label}>
				<div className={styles.layers}>
					{layers.map(({ layer }) => (
						<Slider key={layerKey(layer)} title={layer.title} layer={layerKey(layer)} />
					))}
				</div>
			</Popover>
		</DialogTrigger>
	);
}

function Slider({ title, layer }: { title: string; layer: string }) {
	const percent = useMap(({ opacities }) => Math.round(opacityOf(opacities, layer) * 100));
	const words = message('map.opacity.percent', { percent });
	return (
		<label className={styles.layer}>
			<span className={styles.title} dir="auto">
				{title}
			</span>
			<span className={styles.percent} aria-hidden>
				{words}
			</span>
			<input
				type="range"
				className={styles.slider}
				aria-valuetext={words}
				min={leastPercent}
				max={100}
				step={stepPercent}
				value={percent}
				onChange={({ target }) => setOpacity(layer, target.valueAsNumber / 100)}
			/>
		</label>
	);
}
