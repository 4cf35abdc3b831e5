import { Chip } from '#renderer/ui/Chip.tsx';
import type { CataloguePlan } from '#shared/domain/catalogue.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './CatalogueDialog.module.css';

const outcomes = {
	added: 'accent',
	described: 'ok',
	'already-held': 'plain',
	differs: 'warn',
	failed: 'danger',
} as const satisfies Record<CataloguePlan['outcome'], string>;
/** As many as anybody looks through; the report has them all. */
const mostShown = 100;

/** What each row would do, those first that need a look. */
export function PlanList({ plans }: { plans: readonly CataloguePlan[] }) {
	const counts = (Object.keys(outcomes) as CataloguePlan['outcome'][]).flatMap((outcome) => {
		const count = plans.filter((plan) => plan.outcome === outcome).length;
		return count > 0 ? [message(`catalogue.count.${outcome}`, { count })] : [];
	});
	const shown = [...plans].sort((one, other) => urgencyOf(one) - urgencyOf(other)).slice(0, mostShown);
	return (
		<section className={styles.plan}>
			<p role="status" className={styles.counts}>
				{counts.join(' · ')}
			</p>
			<ul className={styles.plans} aria-label={message('catalogue.plans')}>
				{shown.map(({ row, name, outcome, reason }) => (
					<li key={row} className={styles.row}>
						<Chip tone={outcomes[outcome]}>{message(`catalogue.outcome.${outcome}`)}</Chip>
						<span className={styles.name}>
							{message('catalogue.row', { row, name })}
							{reason ? <span className={styles.reason}>{reason}</span> : null}
						</span>
					</li>
				))}
			</ul>
			{plans.length > mostShown ? (
				<p className={styles.hint}>{message('package.check.more', { count: plans.length - mostShown })}</p>
			) : null}
		</section>
	);
}

/** 0 where a row is not brought in as it stands, 1 where there is something to say of it, 2 for all others. */
function urgencyOf({ outcome, reason }: CataloguePlan): 0 | 1 | 2 {
	if (outcome === 'failed' || outcome === 'differs') return 0;
	return reason === undefined ? 2 : 1;
}
