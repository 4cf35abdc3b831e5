import { useRef, useState } from 'react';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { FigurePicture } from '#shared/domain/figure.ts';
import { message } from '#shared/messages/messages.ts';
import { useEdition } from '../blocks/edition-context.ts';
import { FigureLine } from './FigureLine.tsx';
import { FigureViewer } from './FigureViewer.tsx';
import { obstacleWords, useFigureName } from './figure-words.ts';
import styles from './figures.module.css';
import { usePicture, wordsOfError } from './pictures.ts';
import { useIsNear } from './use-is-near.ts';

/** A picture where it stands in the text; pressed, it is shown large. What cannot be shown is said in a line. */
export function FigureView({ block }: { block: StoredBlock }) {
	const name = useFigureName(block);
	const { figure = {} } = block;
	if (readingCopy && !figure.picture && !figure.obstacle)
		return <FigureLine figure={figure} name={name} why={message('figure.copy')} />;
	if (!figure.picture) return <FigureLine figure={figure} name={name} why={obstacleWords(figure)} />;
	return <PictureInText block={block} picture={figure.picture} name={name} />;
}

interface PictureProps {
	block: StoredBlock;
	picture: FigurePicture;
	name: string;
}

/**
 * Its room is kept from the first: nothing moves when it comes. Its bytes are there only while it is near the screen; its
 * button always, so that keys and screen readers come to every picture and none loses the focus when it is scrolled away.
 */
function PictureInText({ block, picture, name }: PictureProps) {
	const { language } = useEdition();
	const room = useRef<HTMLElement>(null);
	const isNear = useIsNear(room);
	const [isLarge, setIsLarge] = useState(false);
	const [isBroken, setIsBroken] = useState(false);
	const { data: address, error } = usePicture(block.ordinal, isNear || isLarge);
	const { width, height } = picture;
	const why = isBroken ? message('figure.obstacle.damaged') : error && wordsOfError(error);
	return (
		<figure
			ref={room}
			className={styles.room}
			style={{ '--figure-width': `${width}px`, '--figure-ratio': width / height } as React.CSSProperties}
		>
			{why ? (
				<FigureLine figure={block.figure ?? {}} name={name} why={why} />
			) : (
				<button
					type="button"
					className={styles.picture}
					title={message('figure.enlarge')}
					aria-haspopup="dialog"
					lang={block.figure?.alt ? block.language || language || undefined : undefined}
					onClick={() => setIsLarge(true)}
				>
					{address === undefined ? (
						<span className={styles.coming}>{name}</span>
					) : (
						<img
							src={address}
							alt={name}
							width={width}
							height={height}
							decoding="async"
							draggable={false}
							onError={() => setIsBroken(true)}
						/>
					)}
				</button>
			)}
			{!why && address !== undefined && (
				<FigureViewer
					name={name}
					address={address}
					picture={picture}
					isOpen={isLarge}
					onClose={() => setIsLarge(false)}
				/>
			)}
		</figure>
	);
}
