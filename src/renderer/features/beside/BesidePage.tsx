import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FileText, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { useMediaQuery } from '#renderer/lib/media-query.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './BesidePage.module.css';
import { BesideText } from './BesideText.tsx';
import { type BesidePlace, besideAddress, placesOf } from './beside-address.ts';
import { type BesideSide, besideSides, type ChosenWords } from './chosen-words.ts';
import { LinkBar } from './LinkBar.tsx';
import { SideTabs } from './SideTabs.tsx';
import { TextChooser } from './TextChooser.tsx';

const nothingChosen = { first: null, second: null };
/** Below this width two texts have no room beside each other. */
const oneAtATime = '(max-width: 699px)';

/** Two texts, or two places of one, beside each other; words chosen in both become a link. */
export function BesidePage() {
	const navigate = useNavigate();
	const places = placesOf(useParams({ strict: false }), useSearch({ strict: false }));
	const [chosen, setChosen] = useState<Record<BesideSide, ChosenWords | null>>(nothingChosen);
	const [choosingFor, setChoosingFor] = useState<BesideSide | null>(null);
	/** The one that the keyboard is in, or that is shown where there is room for one. */
	const [active, setActive] = useState<BesideSide>('first');
	const isNarrow = useMediaQuery(oneAtATime);
	const choose = useCallback(
		(side: BesideSide, words: ChosenWords | null) => setChosen((known) => ({ ...known, [side]: words })),
		[],
	);
	useCommand('reader.beside', close);
	useCommand('beside.other', () => {
		const next = active === 'first' ? 'second' : 'first';
		setActive(next);
		requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-side="${next}"]`)?.focus());
	});

	function close(): void {
		const { recordId, editionId, ordinal } = places.first;
		void navigate({
			to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
			params: { recordId, editionId, ordinal: editionId && ordinal !== undefined ? String(ordinal) : undefined },
			search: {},
		});
	}
	function show(side: BesideSide, place: BesidePlace): void {
		setChoosingFor(null);
		choose(side, null);
		const next = { ...places, [side]: place };
		void navigate(besideAddress(next.first, next.second));
	}
	const contentOf = (side: BesideSide) => (
		<>
			<SideHead place={places[side]} onChoose={() => setChoosingFor(side)} />
			<BesideText
				side={side}
				place={places[side]}
				isActive={side === active}
				chosen={chosen[side]}
				onChoose={(words) => choose(side, words)}
			/>
		</>
	);
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<h1 className={styles.title}>{message('beside.title')}</h1>
				<Button variant="quiet" onPress={close}>
					<X size={14} aria-hidden />
					{message('beside.close')}
				</Button>
			</header>
			{isNarrow ? (
				<SideTabs shown={active} onShow={setActive} contentOf={contentOf} />
			) : (
				<div className={styles.texts}>
					{besideSides.map((side) => (
						<section
							key={side}
							className={styles.side}
							aria-label={message(`beside.${side}`)}
							onFocus={() => setActive(side)}
						>
							{contentOf(side)}
						</section>
					))}
				</div>
			)}
			<LinkBar
				chosen={chosen}
				onForget={(side) => choose(side, null)}
				onLinked={() => {
					setChosen(nothingChosen);
					document.getSelection()?.removeAllRanges();
				}}
			/>
			{choosingFor && (
				<TextChooser onChoose={(place) => show(choosingFor, place)} onClose={() => setChoosingFor(null)} />
			)}
		</div>
	);
}

function SideHead({ place, onChoose }: { place: BesidePlace; onChoose(): void }) {
	const { data: record } = useQuery(queries.records.get({ id: place.recordId }));
	return (
		<div className={styles.sideHead}>
			<h2 className={styles.sideTitle} dir="auto">
				{record?.title ?? ''}
			</h2>
			<IconButton label={message('beside.choose-text')} onPress={onChoose}>
				<FileText size={15} />
			</IconButton>
		</div>
	);
}
