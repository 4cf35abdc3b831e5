import { X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCharacterKeys } from '#renderer/lib/character-keys.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { useLasting } from '#renderer/lib/use-lasting.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { ChipFilter } from '#renderer/ui/ChipFilter.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import type { Verdict } from '#shared/domain/mention.ts';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { createMentionFinder } from '#shared/search/mentions/mention-finder.ts';
import {
	countsOf,
	filterGroups,
	type MentionFilter,
	type MentionRow,
	mentionFilters,
} from '#shared/search/mentions/mention-rows.ts';
import { MentionList } from './MentionList.tsx';
import { addForms, judgeMentions } from './mention-mutations.ts';
import styles from './NamePage.module.css';
import type { MentionsView } from './use-mentions.ts';

interface MentionsPanelProps {
	name: Name;
	view: MentionsView;
	/** Near spellings are taken for it too. */
	isWide: boolean;
	onWide(isWide: boolean): void;
	/** Another name that stands in the same passages, if only those are shown, and the passages. */
	companion: string | null;
	among: ReadonlySet<string> | null;
	onLeaveCompanion(): void;
}

/** What is taken in within a moment, as after each note, is not spoken of. */
const noticedAfterMs = 500;

/** Every passage in which the name stands, to be read in context and judged. */
export function MentionsPanel(props: MentionsPanelProps) {
	const { name, view, isWide, onWide, companion, among, onLeaveCompanion } = props;
	const { groups, found, read, words, isIncomplete, indexError, error } = view;
	const [filter, setFilter] = useState<MentionFilter>('likely');
	const calm = useDeferredValue(filter);
	const [hasCharacterKeys] = useCharacterKeys();
	const isReadOnly = useIsReadOnly();
	const counts = useMemo(() => countsOf(groups ?? []), [groups]);
	const shown = useMemo(() => filterGroups(groups ?? [], calm, among), [groups, calm, among]);
	const find = useMemo(
		() => createMentionFinder([...words.forms, ...words.parts], found?.widened ?? {}),
		[words, found],
	);
	function judge({ recordId, editionId, ordinal }: MentionRow, words: string, verdict: Verdict | null): void {
		void judgeMentions(name.id, [{ recordId, editionId, ordinal, words }], verdict);
	}
	/** Where there are none, the choice would only ask what it means. */
	const hasParts = counts.part > 0 || filter === 'part';
	const isReading = useLasting(isIncomplete, noticedAfterMs);
	if (error) return <ErrorNotice error={error} />;
	const shownCount = shown.reduce((sum, { rows }) => sum + rows.length, 0);
	return (
		<div className={styles.mentions}>
			<div className={styles.bar}>
				<ChipFilter
					label={message('names.mentions.filter')}
					options={mentionFilters
						.filter((each) => each !== 'part' || hasParts)
						.map((each) => ({
							value: each,
							label: message(`names.mentions.filter.${each}`),
							count: groups === null || (isIncomplete && counts[each] === 0) ? null : counts[each],
						}))}
					value={filter}
					onChange={setFilter}
				/>
				<Switch isSelected={isWide} onChange={onWide}>
					{message('names.mentions.wide')}
				</Switch>
				{companion === null ? null : (
					<ChipButton isOn onPress={onLeaveCompanion}>
						{message('names.mentions.with', { name: companion })} <X size={12} aria-hidden />
					</ChipButton>
				)}
				{hasCharacterKeys && !isReadOnly ? <span className={styles.hint}>{message('names.mentions.keys')}</span> : null}
			</div>
			{indexError ? <ErrorNotice error={indexError} /> : null}
			{/* Heard as it is seen; an empty list is not called empty while there may be more. */}
			<p role="status" className={classes(styles.status, isReading && styles.notice)}>
				{isReading
					? message('names.mentions.incomplete')
					: groups === null || (isIncomplete && shownCount === 0)
						? message('names.mentions.loading')
						: shownCount > 0
							? ''
							: noneWords(counts)}
			</p>
			{filter === 'part' && counts.part > 0 ? <PartNotice name={name} parts={words.parts} /> : null}
			<MentionList groups={shown} read={read} title={nameTitle(name)} forms={words.forms} find={find} onJudge={judge} />
		</div>
	);
}

/** Why nothing is shown, and where there is something. */
function noneWords({ likely, rejected, part }: Record<MentionFilter, number>): string {
	if (likely + rejected > 0) return message('names.mentions.none-pass');
	return part > 0 ? message('names.mentions.none-but-part', { count: part }) : message('names.mentions.none');
}

/** What these passages are, and the way to say once for all of them that the family name alone means this person. */
function PartNotice({ name, parts }: { name: Name; parts: readonly string[] }) {
	const isReadOnly = useIsReadOnly();
	const words = parts.join(' · ');
	return (
		<div className={styles.bar}>
			<p className={styles.hint}>{message('names.mentions.part.about', { words })}</p>
			{isReadOnly ? null : (
				<Button onPress={() => void addForms(name, parts)}>{message('names.mentions.part.add', { words })}</Button>
			)}
		</div>
	);
}
