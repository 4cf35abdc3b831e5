import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useGestures } from '#renderer/lib/gestures.ts';
import { nextMark } from '#renderer/lib/next-mark.ts';
import { useRoom } from '#renderer/lib/use-room.ts';
import { ContextMenu } from '#renderer/ui/ContextMenu.tsx';
import { markMenuPoint } from '#renderer/ui/context-menu.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useAsked } from '#renderer/ui/use-asked.ts';
import { layerKey, type MapPlace } from '#shared/domain/map.ts';
import {
	type MapGround,
	type MapScene,
	makeMapScene,
	marksInSight,
	type SeenMark,
	toPicture,
} from '#shared/map/map-scene.ts';
import { sourceWords } from '#shared/map/map-svg.ts';
import { markWords } from '#shared/map/map-table.ts';
import { scaleBar } from '#shared/map/scale-bar.ts';
import { message } from '#shared/messages/messages.ts';
import { LayerFaults, type LoadedLayer } from '../layers/use-layers.tsx';
import { useTiles } from '../layers/use-tiles.ts';
import { useMap } from '../map-store.ts';
import { PlaceEntries } from '../PlaceEntries.tsx';
import { Graticule, Ground } from './Ground.tsx';
import { Layers } from './Layers.tsx';
import { Marks } from './Marks.tsx';
import styles from './Picture.module.css';
import { Pictures } from './Pictures.tsx';
import { mapSight } from './sight.ts';
import { useBaseMap } from './use-base-map.ts';

interface PictureProps {
	places: readonly MapPlace[];
	ground: MapGround;
	layers: readonly LoadedLayer[];
	/** '' while nothing is chosen. */
	chosenId: string;
	onChoose(id: string, isOpened?: boolean): void;
}

/** How far from a mark a press still means it. */
const reachPx = 8;

/**
 * The places on the map. What it says is said by the list beside it too: here the chosen place is read out, and the keys
 * go from place to place.
 */
export function Picture({ places, ground, layers, chosenId, onChoose }: PictureProps) {
	const area = useRef<HTMLDivElement>(null);
	const room = useRoom(area);
	// To be drawn anew when it is moved; the sight itself is what acts on it.
	useMap((view) => view.sight);
	const hasBorders = useMap((view) => view.hasBorders);
	const scene = useMemo(() => makeMapScene(places, ground), [places, ground]);
	const { base, error } = useBaseMap(scene.plane);
	const sight = mapSight.show(scene, room);
	const seen = marksInSight(scene, sight, room);
	const tiled = useTiles(layers, { plane: scene.plane, sight, room });
	const { handlers, wasDragged } = useGestures(area, { pan: mapSight.panBy, zoom: mapSight.zoomBy });
	const chosen = scene.marks.find(({ place }) => place.id === chosenId);
	useChosenInSight(chosen, room.widthPx > 0 && room.heightPx > 0);

	function click(event: MouseEvent): void {
		if (wasDragged()) return;
		const { left, top } = event.currentTarget.getBoundingClientRect();
		const mark = markAt(seen, event.clientX - left, event.clientY - top);
		if (mark) onChoose(mark.place.id, true);
	}

	const placeOf = (id: string) => scene.marks.find(({ place }) => place.id === id)?.place;
	const [asked, setAsked] = useAsked<string>((id) => placeOf(id) !== undefined);
	const menuOf = asked && placeOf(asked.of);

	/** From the keyboard, the menu is of what is chosen. */
	function ask(event: MouseEvent): void {
		const at = markMenuPoint(event, chosen && toPicture(chosen.at, sight, room));
		const { left, top } = event.currentTarget.getBoundingClientRect();
		const mark = at.isPointed ? markAt(seen, event.clientX - left, event.clientY - top) : chosen;
		if (!mark) return;
		event.preventDefault();
		onChoose(mark.place.id);
		setAsked({ of: mark.place.id, at });
	}

	function press(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey || !act(event)) return;
		event.preventDefault();
	}

	/** False when the key means nothing here. */
	function act({ key, shiftKey }: KeyboardEvent): boolean {
		if (mapSight.moveByKey(key, shiftKey, chosen && toPicture(chosen.at, sight, room))) return true;
		if (chosen && key === 'Enter') onChoose(chosen.place.id, true);
		else {
			// A place may have several marks.
			const others = scene.marks.filter((mark) => mark === chosen || mark.place.id !== chosenId);
			const next = nextMark(key, others, chosen, ({ at }) => at);
			if (!next) return false;
			onChoose(next.place.id);
		}
		return true;
	}

	const bar = scaleBar(scene.plane, sight);
	return (
		<section className={styles.picture} aria-label={message('map.picture')}>
			{error ? <ErrorNotice error={error} /> : null}
			<LayerFaults layers={tiled} />
			{tiled.map(({ layer, isTooFar }) =>
				isTooFar ? (
					<p key={layerKey(layer)} className={styles.tooFar} role="status">
						{message('map.layer.too-far', { title: layer.title })}
					</p>
				) : null,
			)}
			<div
				ref={area}
				role="application"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the focus, and its keys are its own
				tabIndex={0}
				aria-label={message('map.picture-keys')}
				data-takes-focus={chosenId === '' ? undefined : ''}
				className={styles.area}
				onKeyDown={press}
				onClick={click}
				onContextMenu={ask}
				{...handlers}
			>
				{room.widthPx > 0 ? (
					<svg
						className={styles.drawing}
						viewBox={`0 0 ${room.widthPx} ${room.heightPx}`}
						aria-hidden
						focusable={false}
					>
						<Ground {...{ base, hasBorders, sight, room }} plane={scene.plane} />
						<Pictures {...{ layers, tiled, sight, room }} plane={scene.plane} />
						<Graticule {...{ sight, room }} plane={scene.plane} />
						<Layers {...{ layers, tiled, sight, room }} plane={scene.plane} />
						<Marks seen={seen} room={room} chosenId={chosenId} />
					</svg>
				) : null}
			</div>
			{asked && menuOf ? (
				<ContextMenu at={asked.at} label={menuOf.label} onClose={() => setAsked(null)}>
					<PlaceEntries id={menuOf.id} />
				</ContextMenu>
			) : null}
			<p className="visually-hidden" role="status">
				{chosen ? markWords(chosen.place) : ''}
			</p>
			<footer className={styles.foot}>
				<span className={styles.bar} style={{ inlineSize: bar.widthPx }} aria-hidden />
				<span>{bar.words}</span>
				<span className={styles.source}>{sourceWords(hasBorders)}</span>
			</footer>
		</section>
	);
}

/** Whoever chooses in the list sees the mark; moving the picture afterwards is theirs. */
function useChosenInSight(chosen: MapScene['marks'][number] | undefined, isDrawn: boolean): void {
	const id = chosen?.id;
	const at = chosen?.at;
	// biome-ignore lint/correctness/useExhaustiveDependencies: when another is chosen, not when the picture is moved
	useEffect(() => {
		if (at && isDrawn) mapSight.bringIntoSight(at);
	}, [id, isDrawn]);
}

function markAt(seen: readonly SeenMark[], x: number, y: number): SeenMark['mark'] | null {
	let best: SeenMark['mark'] | null = null;
	let least = reachPx;
	for (const { mark, x: markX, y: markY } of seen) {
		const distance = Math.hypot(markX - x, markY - y) - mark.radiusPx;
		if (distance < least) [best, least] = [mark, distance];
	}
	return best;
}
