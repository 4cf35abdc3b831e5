import { memo } from 'react';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { edgeFamilies, edgeStyles } from '#shared/graph/edge-styles.ts';
import { familyWords, legendWords } from '#shared/graph/graph-words.ts';
import { type MarkKind, nodeColours, nodePath } from '#shared/graph/node-shapes.ts';
import type { Scene } from '#shared/graph/scene.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Picture.module.css';

/** What the forms and lines that are in the picture mean. */
export const Legend = memo(function Legend({ scene: { nodes, edges } }: { scene: Scene }) {
	const kinds = (Object.keys(nodeColours) as MarkKind[]).filter((kind) => nodes.some((node) => node.kind === kind));
	const families = edgeFamilies.filter((family) => edges.some((edge) => edge.family === family));
	const isNarrow = useMediaQuery(narrowWindow);
	if (kinds.length === 0) return null;
	return (
		<details className={styles.legend} open={!isNarrow}>
			<summary>{message('graph.legend')}</summary>
			<ul>
				{kinds.map((kind) => (
					<li key={kind}>
						<svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden>
							<path d={nodePath(kind, 5.5)} fill={`var(${nodeColours[kind].token})`} />
						</svg>
						{legendWords(kind)}
					</li>
				))}
				{families.map((family) => {
					const { dash, widthPx, token } = edgeStyles[family];
					return (
						<li key={family}>
							<svg width={34} height={8} viewBox="0 0 34 8" aria-hidden>
								<path d="M1 4h32" stroke={`var(${token})`} strokeWidth={widthPx} strokeDasharray={dash.join(' ')} />
							</svg>
							{familyWords(family)}
						</li>
					);
				})}
			</ul>
		</details>
	);
});
