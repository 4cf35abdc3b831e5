import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useQuietReadingCommand } from '#renderer/features/reader/index.ts';
import { announce } from '#renderer/lib/announcements.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { useMediaQuery } from '#renderer/lib/media-query.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { useFilters } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { AlignmentMenu } from './AlignmentMenu.tsx';
import { AlignmentRail } from './AlignmentRail.tsx';
import { AlignmentStatus } from './AlignmentStatus.tsx';
import { BesideFind, type Finds, nothingFound } from './BesideFind.tsx';
import { BesideNotes } from './BesideNotes.tsx';
import styles from './BesidePage.module.css';
import { BesideText } from './BesideText.tsx';
import { type BesidePlace, besideAddress, placesOf } from './beside-address.ts';
import { chosenPassages } from './chosen-passages.ts';
import type { BesideSide, ChosenWords } from './chosen-words.ts';
import { type DrawnText, type DrawnTexts, pairOf } from './drawn-text.ts';
import { LinkBar } from './LinkBar.tsx';
import { otherSideOf } from './parallel-view.ts';
import { SideHead } from './SideHead.tsx';
import { SideTabs } from './SideTabs.tsx';
import { TextChooser } from './TextChooser.tsx';
import { useChosenGroup } from './use-chosen-group.ts';
import { useCounterpartLight } from './use-counterpart-light.ts';
import { useNoting } from './use-noting.ts';
import { useOtherText } from './use-other-text.ts';
import { useParallel } from './use-parallel.ts';
import { keepPlaceOf } from './use-place-beside.ts';
import { useRememberPair } from './use-remember-pair.ts';
import { useScrollingTogether } from './use-scrolling-together.ts';

const nothingChosen = { first: null, second: null };
/** Below this width two texts have no room beside each other. */
const oneAtATime = '(max-width: 699px)';

/**
 * Two documents, two editions, or an original and its translation beside each other, passage by passage. What is chosen
 * becomes a link, a note, or a correction of what stands beside what.
 */
export function BesidePage() {
	const navigate = useNavigate();
	const places = placesOf(useParams({ strict: false }), useSearch({ strict: false }));
	const query = useAskedQuery();
	const [chosen, setChosen] = useState<Record<BesideSide, ChosenWords | null>>(nothingChosen);
	const [drawn, setDrawn] = useState<DrawnTexts>(nothingChosen);
	const [finds, setFinds] = useState<Finds>(nothingFound);
	const [choosingFor, setChoosingFor] = useState<BesideSide | null>(null);
	/** The one that the keyboard is in, or that is shown where there is room for one. */
	const [active, setActive] = useState<BesideSide>('first');
	const [isTogether, setIsTogether] = useProfile('beside.together', true);
	const archiveId = useArchiveStatus()?.archiveId ?? '';
	const isNarrow = useMediaQuery(oneAtATime);
	const choose = useCallback(
		(side: BesideSide, words: ChosenWords | null) => setChosen((known) => ({ ...known, [side]: words })),
		[],
	);
	const keepDrawn = useCallback(
		(side: BesideSide, text: DrawnText | null) => setDrawn((known) => ({ ...known, [side]: text })),
		[],
	);
	const texts = useMemo(() => pairOf(drawn), [drawn]);
	const isOneText = texts !== null && texts.first.editionId === texts.second.editionId;
	const { view: parallel, error } = useParallel(texts);
	const lead = useScrollingTogether(texts, parallel, isTogether);
	useCounterpartLight(texts, parallel);
	useRememberPair(texts);
	const passages = useMemo(
		() => (texts && parallel ? chosenPassages(texts, chosen, parallel) : null),
		[texts, parallel, chosen],
	);
	useQuietReadingCommand();
	useCommand('reader.beside', close);
	useCommand('beside.together', () => {
		setIsTogether(!isTogether);
		announce(message(isTogether ? 'beside.scrolls-apart' : 'beside.scrolls-together'));
	});
	useOtherText({ texts, parallel, active, onActive: setActive });
	useNoting(drawn[active], chosen[active], () => choose(active, null));
	const chooseGroup = useChosenGroup(texts, setChosen);

	/** The text by itself, where it is read now and not where it was opened. */
	function close(): void {
		const { recordId, editionId, ordinal } = places.first;
		if (drawn.first) keepPlaceOf(drawn.first, archiveId);
		const isNamed = !drawn.first && editionId && ordinal !== undefined;
		void navigate({
			to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
			params: { recordId, editionId, ordinal: isNamed ? String(ordinal) : undefined },
			search: {},
		});
	}
	function show(side: BesideSide, place: BesidePlace): void {
		setChoosingFor(null);
		choose(side, null);
		// A place that is asked for leads; a text without one goes to where the other stands.
		lead(place.ordinal === undefined ? otherSideOf(side) : side);
		const next = { ...places, [side]: place };
		void navigate(besideAddress(next.first, next.second, query));
	}
	const contentOf = (side: BesideSide) => (
		<>
			<SideHead
				place={places[side]}
				onEdition={(editionId) => show(side, { recordId: places[side].recordId, editionId })}
				isOffered={isOneText && side === 'second'}
				onChoose={() => setChoosingFor(side)}
			/>
			<div className={styles.body}>
				<BesideText
					side={side}
					place={places[side]}
					query={query}
					isActive={side === active}
					// A record has one place: that of the text that stands here first.
					isKept={side === 'first' || (side === active && places.first.recordId !== places.second.recordId)}
					chosen={chosen[side]}
					finds={finds[side]}
					onLead={lead}
					onChoose={(words) => choose(side, words)}
					onNoted={() => choose(side, null)}
					onDrawn={keepDrawn}
				/>
			</div>
		</>
	);
	const sectionOf = (side: BesideSide) => (
		<section className={styles.side} aria-label={message(`beside.${side}`)} onFocus={() => setActive(side)}>
			{contentOf(side)}
		</section>
	);
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<h1 className={styles.title}>{message('beside.title')}</h1>
				<AlignmentStatus texts={texts} parallel={parallel} error={error} />
				<Switch isSelected={isTogether} onChange={setIsTogether}>
					{message('command.beside.together')}
				</Switch>
				<Button variant="quiet" onPress={close}>
					<X size={14} aria-hidden />
					{message('beside.close')}
				</Button>
			</header>
			<div className={styles.work}>
				{texts && <BesideFind texts={texts} onShow={lead} onFound={setFinds} />}
				{isNarrow ? (
					<SideTabs shown={active} onShow={setActive} contentOf={contentOf} />
				) : (
					<div className={styles.texts}>
						{sectionOf('first')}
						<div className={styles.between}>
							{texts && parallel && <AlignmentRail texts={texts} parallel={parallel} onChoose={chooseGroup} />}
						</div>
						{sectionOf('second')}
					</div>
				)}
			</div>
			<LinkBar
				chosen={chosen}
				active={active}
				onForget={(side) => choose(side, null)}
				onLinked={() => {
					setChosen(nothingChosen);
					document.getSelection()?.removeAllRanges();
				}}
			>
				{passages && <AlignmentMenu chosen={passages} onDone={() => setChosen(nothingChosen)} />}
			</LinkBar>
			{texts && (
				<BesideNotes
					texts={texts}
					shown={active}
					onShow={setActive}
					onGoTo={(side, ordinal) => show(side, { ...places[side], editionId: texts[side].editionId, ordinal })}
				/>
			)}
			{choosingFor && (
				<TextChooser onChoose={(place) => show(choosingFor, place)} onClose={() => setChoosingFor(null)} />
			)}
		</div>
	);
}

/** The search that led here, as the address has it: its hits are marked in both texts. */
function useAskedQuery(): SearchQuery {
	const { q = '' } = useSearch({ strict: false }) as { q?: string };
	const filters = useFilters();
	return useMemo(() => ({ text: q, ...filters }), [q, filters]);
}
