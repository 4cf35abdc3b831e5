import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useGestures } from '#renderer/lib/gestures.ts';
import { nextMark } from '#renderer/lib/next-mark.ts';
import { toScreen } from '#renderer/lib/picture-sight.ts';
import { useRoom } from '#renderer/lib/use-room.ts';
import { ContextMenu } from '#renderer/ui/ContextMenu.tsx';
import { markMenuPoint } from '#renderer/ui/context-menu.ts';
import { useAsked } from '#renderer/ui/use-asked.ts';
import { nodeRow } from '#shared/graph/graph-table.ts';
import type { GraphPlaces } from '#shared/graph/lay-out-graph.ts';
import { neighboursOf } from '#shared/graph/neighbours.ts';
import { makeScene, type SceneNode } from '#shared/graph/scene.ts';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold, useGraph } from '../graph-store.ts';
import { NodeEntries } from '../NodeMenu.tsx';
import { radiusPx } from './draw-graph.ts';
import { Legend } from './Legend.tsx';
import styles from './Picture.module.css';
import { graphSight, wholeSight } from './sight.ts';
import { useCanvas } from './use-canvas.ts';

interface PictureProps {
	shown: ShownGraph;
	places: GraphPlaces;
	isWorking: boolean;
	/** The mark of what is chosen; '' while nothing is. */
	chosenId: string;
	onChoose(id: string, isOpened?: boolean): void;
}

/** How far from a mark a press still means it. */
const reachPx = 8;

/**
 * The graph as a picture. What it says is said by the table beside it too: here the chosen thing is read out, and the keys
 * go from thing to thing.
 */
export function Picture({ shown, places, isWorking, chosenId, onChoose }: PictureProps) {
	const area = useRef<HTMLDivElement>(null);
	const canvas = useRef<HTMLCanvasElement>(null);
	const room = useRoom(area);
	// To be drawn anew when it is moved; the sight itself is what acts on it.
	useGraph((view) => view.sight);
	const scene = useMemo(() => makeScene(shown, places), [shown, places]);
	const neighbours = useMemo(() => neighboursOf(shown.edges), [shown.edges]);
	const [pointedId, setPointedId] = useState('');
	const sight = graphSight.show(wholeSight(scene, room), room);
	const chosen = scene.byId.get(chosenId);
	const lit = useMemo(
		() => (chosen ? new Set([chosen.id, ...(neighbours.get(chosen.id) ?? [])]) : null),
		[chosen, neighbours],
	);
	useCanvas(canvas, { scene, sight, room, lit, chosenId, pointedId });
	const { handlers, wasDragged } = useGestures(area, { pan: graphSight.panBy, zoom: graphSight.zoomBy });
	const { widthPx, heightPx } = room;
	useEffect(() => {
		if (chosen && widthPx > 0 && heightPx > 0) graphSight.bringIntoSight(chosen);
	}, [chosen, widthPx, heightPx]);

	function nodeAt(event: MouseEvent): SceneNode | null {
		const { left, top } = event.currentTarget.getBoundingClientRect();
		const [x, y] = [event.clientX - left, event.clientY - top];
		const distance = (node: SceneNode) => {
			const at = toScreen(node, sight, room);
			return Math.hypot(at.x - x, at.y - y) - radiusPx(node, sight);
		};
		let best: SceneNode | null = null;
		for (const node of scene.nodes) if (distance(node) < (best ? distance(best) : reachPx)) best = node;
		return best;
	}

	function point(event: PointerEvent): void {
		handlers.onPointerMove(event);
		if (event.buttons === 0) setPointedId(nodeAt(event)?.id ?? '');
	}

	function click(event: MouseEvent): void {
		if (wasDragged()) return;
		const node = nodeAt(event);
		if (node) onChoose(node.id, true);
	}

	function unfold(event: MouseEvent): void {
		const node = nodeAt(event);
		if (node?.kind === 'group') toggleFold(shown, node.id);
	}

	const shownNode = (id: string) => shown.nodes.find((node) => node.id === id);
	const [asked, setAsked] = useAsked<string>((id) => shownNode(id) !== undefined);
	const menuOf = asked && shownNode(asked.of);

	/** From the keyboard, the menu is of what is chosen. */
	function ask(event: MouseEvent): void {
		const at = markMenuPoint(event, chosen && toScreen(chosen, sight, room));
		const node = at.isPointed ? nodeAt(event) : chosen;
		if (!node) return;
		event.preventDefault();
		onChoose(node.id);
		setAsked({ of: node.id, at });
	}

	function press(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey || !act(event)) return;
		event.preventDefault();
	}

	/** False when the key means nothing here. */
	function act({ key, shiftKey }: KeyboardEvent): boolean {
		if (graphSight.moveByKey(key, shiftKey, chosen && toScreen(chosen, sight, room))) return true;
		if (chosen && key === 'Enter') onChoose(chosen.id, true);
		else if (chosen?.kind === 'group' && key === ' ') toggleFold(shown, chosen.id);
		else {
			const next = nextMark(key, scene.nodes, chosen, (node) => node);
			if (!next) return false;
			onChoose(next.id);
		}
		return true;
	}

	return (
		<section className={styles.picture} aria-label={message('graph.picture')}>
			<div
				ref={area}
				role="application"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the focus, and its keys are its own
				tabIndex={0}
				aria-label={message('graph.picture-keys')}
				data-takes-focus={chosenId === '' ? undefined : ''}
				className={styles.area}
				onKeyDown={press}
				onClick={click}
				onDoubleClick={unfold}
				onContextMenu={ask}
				onPointerLeave={() => setPointedId('')}
				{...handlers}
				onPointerMove={point}
			>
				<canvas ref={canvas} aria-hidden className={styles.canvas} />
			</div>
			{asked && menuOf ? (
				<ContextMenu at={asked.at} label={nodeRow(menuOf).title} onClose={() => setAsked(null)}>
					<NodeEntries shown={shown} of={menuOf} />
				</ContextMenu>
			) : null}
			<p className="visually-hidden" role="status">
				{chosen ? <ChosenWords shown={shown} id={chosen.id} /> : null}
			</p>
			{isWorking ? (
				<p className={styles.working} role="status">
					{message('graph.working')}
				</p>
			) : null}
			<Legend scene={scene} />
		</section>
	);
}

function ChosenWords({ shown, id }: { shown: ShownGraph; id: string }) {
	const node = shown.nodes.find((each) => each.id === id);
	if (!node) return null;
	const { title, type, where } = nodeRow(node);
	return [title, type, where, message('graph.links', { count: node.degree })].filter(Boolean).join(' · ');
}
