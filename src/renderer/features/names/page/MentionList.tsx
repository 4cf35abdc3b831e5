import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCharacterKeys } from '#renderer/lib/character-keys.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { useFocusInList } from '#renderer/lib/focus-in-list.ts';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { observedHeight } from '#renderer/lib/observed-size.ts';
import type { Verdict } from '#shared/domain/mention.ts';
import { message } from '#shared/messages/messages.ts';
import type { ReadMention } from '#shared/search/mentions/first-mentions.ts';
import type { MentionFinder } from '#shared/search/mentions/mention-finder.ts';
import { linesOf, type MentionGroup, type MentionRow } from '#shared/search/mentions/mention-rows.ts';
import { MentionItem, wordsAt } from './MentionItem.tsx';
import styles from './MentionList.module.css';
import { usePassageTexts } from './use-passage-texts.ts';

interface MentionListProps {
	groups: readonly MentionGroup[];
	/** Rows that were read already, by their keys. */
	read: ReadonlyMap<string, ReadMention>;
	/** What the name is called. */
	title: string;
	/** By which it is sought. */
	forms: readonly string[];
	find: MentionFinder;
	onJudge(row: MentionRow, words: string, verdict: Verdict | null): void;
}

const recordHeightPx = 44;
const mentionHeightPx = 92;
const mentionsPerPageKey = 6;
const linesBeyond = 6;

/** All passages by record, of which only those in sight are in the document. Arrows go from passage to passage; Y and N judge. */
export function MentionList({ groups, read, title, forms, find, onJudge }: MentionListProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const [hasCharacterKeys] = useCharacterKeys();
	const isReadOnly = useIsReadOnly();
	const lines = useMemo(() => linesOf(groups), [groups]);
	const lineOfMention = useMemo(() => lines.flatMap((line, at) => (line.type === 'mention' ? [at] : [])), [lines]);
	const virtual = useVirtualizer({
		count: lines.length,
		getScrollElement: () => scroll.current,
		estimateSize: (at) => (lines[at]?.type === 'record' ? recordHeightPx : mentionHeightPx),
		getItemKey: (at) => {
			const line = lines[at];
			return line?.type === 'mention' ? line.row.key : (line?.group.recordId ?? at);
		},
		measureElement: observedHeight,
		overscan: linesBeyond,
	});
	const items = virtual.getVirtualItems();
	const shown = items.flatMap(({ index }) => {
		const line = lines[index];
		return line?.type === 'mention' ? [line.row] : [];
	});
	const shownKey = shown.map(({ key }) => key).join(' ');
	// biome-ignore lint/correctness/useExhaustiveDependencies: the same rows in sight are the same places
	const places = useMemo(() => shown, [shownKey]);
	const textOf = usePassageTexts(places, read);
	const { focusOn, keepFocusAt } = useFocusInList(scroll);

	function press(event: KeyboardEvent): void {
		const at = Number((event.target as HTMLElement).closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
		const line = lines[at];
		const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
		if (
			line?.type === 'mention' &&
			hasCharacterKeys &&
			!isReadOnly &&
			isPlain &&
			(event.code === 'KeyY' || event.code === 'KeyN')
		) {
			judge(line.row, event.code === 'KeyY' ? 'confirmed' : 'rejected');
			// What comes in its place has the focus, should it be shown no longer.
			keepFocusAt(at);
			event.preventDefault();
			return;
		}
		const size = { total: lineOfMention.length, pageLength: mentionsPerPageKey };
		const next = positionAfter(event.key, lineOfMention.indexOf(at), size);
		const target = next === null ? undefined : lineOfMention[next];
		if (target === undefined) return;
		event.preventDefault();
		virtual.scrollToIndex(target, { align: 'auto' });
		focusOn(target);
	}
	/** Said again, it is taken back. */
	function judge(row: MentionRow, verdict: Verdict): void {
		const text = textOf(row.key) ?? '';
		onJudge(row, row.words || wordsAt(text, find(text)), row.verdict === verdict ? null : verdict);
	}
	const latest = useRef(judge);
	latest.current = judge;
	const judgeLatest = useCallback((row: MentionRow, verdict: Verdict) => latest.current(row, verdict), []);

	return (
		<div ref={scroll} className={styles.scroll}>
			<ul
				aria-label={message('names.mentions')}
				className={styles.list}
				style={{ blockSize: virtual.getTotalSize() }}
				onKeyDown={press}
			>
				{items.map(({ index, start, key }) => {
					const line = lines[index];
					if (!line) return null;
					const place = { 'data-index': index, style: { transform: `translateY(${start}px)` } };
					if (line.type === 'record')
						return (
							<li key={key} ref={virtual.measureElement} {...place} className={styles.record}>
								<h2 className={styles.recordTitle}>{line.group.title}</h2>
								<span className={styles.facts}>{recordFacts(line.group)}</span>
							</li>
						);
					return (
						<li
							key={key}
							ref={virtual.measureElement}
							{...place}
							className={styles.mention}
							data-verdict={line.row.verdict ?? undefined}
						>
							<MentionItem
								{...{
									row: line.row,
									text: textOf(line.row.key),
									known: read.get(line.row.key)?.marks,
									find,
									title,
									forms,
								}}
								onJudge={judgeLatest}
							/>
						</li>
					);
				})}
			</ul>
		</div>
	);
}

function recordFacts({ dateEdtf, rows }: MentionGroup): string {
	const count = message('names.mentions.passages', { count: rows.length });
	return dateEdtf === '' ? count : `${edtfWords(dateEdtf)} · ${count}`;
}
