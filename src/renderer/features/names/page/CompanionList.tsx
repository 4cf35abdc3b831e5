import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatNumber } from '#renderer/lib/format.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { isLikely, type MentionGroup } from '#shared/search/mentions/mention-rows.ts';
import styles from './NamePage.module.css';
import type { Company } from './use-companions.ts';

interface CompanionListProps {
	/** Null until somebody looked. */
	company: Company | null;
	/** What was said of the passages by now. */
	groups: readonly MentionGroup[];
	/** Shows the passages in which both stand. */
	onShow(id: NameId): void;
}

const none: readonly Name[] = [];
const mostShown = 200;

/** Names that stand in the same passages, with in how many. */
export function CompanionList({ company, groups, onShow }: CompanionListProps) {
	const { companions = [], rows = [], done = 0 } = company ?? {};
	/** What somebody rejected, and family names that nobody confirmed. */
	const unlikely = useMemo(() => {
		const all = groups.flatMap((group) => group.rows);
		return new Set(all.flatMap((row) => (isLikely(row) ? [] : row.key)));
	}, [groups]);
	const { data: names = none } = useQuery(queries.names.list());
	const byId = useMemo(() => new Map<string, Name>(names.map((name) => [name.id, name])), [names]);
	const shown = companions.flatMap(({ id, rows: own }) => {
		const name = byId.get(id);
		const count = own.filter((at) => !unlikely.has(rows[at]?.key ?? '')).length;
		return name && count > 0 ? [{ name, count }] : [];
	});
	const isDone = company !== null && done === rows.length;
	return (
		<div className={styles.panel}>
			<p role="status" className={styles.hint}>
				{isDone && shown.length === 0 ? message('names.together.none') : message('names.together.about')}
			</p>
			{isDone ? null : (
				<ProgressBar label={message('names.together.looking')} done={done} total={Math.max(1, rows.length)} />
			)}
			<ul className={styles.things}>
				{shown.slice(0, mostShown).map(({ name, count }) => (
					<li key={name.id} className={styles.thing}>
						<Link to="/name/$nameId/{-$part}" params={{ nameId: name.id, part: undefined }}>
							{nameTitle(name)}
						</Link>
						<Chip>{message(`names.kind.${name.kind}`)}</Chip>
						<Button variant="quiet" onPress={() => onShow(name.id)}>
							{message('names.together.passages', { count })}
						</Button>
					</li>
				))}
			</ul>
			{shown.length > mostShown ? (
				<p className={styles.hint}>
					{message('names.together.more', { count: formatNumber(shown.length - mostShown) })}
				</p>
			) : null}
		</div>
	);
}
