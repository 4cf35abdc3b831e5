import { useEffect, useRef } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import type { FoundName, SweepReport } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './packages.module.css';
import type { Sweep } from './use-sweep.ts';

/** As many places as anybody reads; the report of a refused export has more. */
const mostShown = 100;

interface SweepResultProps {
	sweep: Sweep;
	onLeaveOut(ids: readonly RecordId[]): void;
}

/** Where names stand that are to be withheld, for a person to decide: nothing leaves before. */
export function SweepResult({ sweep: { isRunning, report, stop }, onLeaveOut }: SweepResultProps) {
	return (
		<div aria-live="polite" className={styles.report}>
			{isRunning ? (
				<>
					<p className={styles.hint}>{message('package.sweep.running')}</p>
					<ProgressBar label={message('package.sweep.running')} done={0} total={0} />
					<div className={styles.buttons}>
						<Button onPress={stop}>{message('package.sweep.stop')}</Button>
					</div>
				</>
			) : null}
			{report && report.total > 0 ? <Found report={report} onLeaveOut={onLeaveOut} /> : null}
		</div>
	);
}

function Found({
	report: { found, total, recordIds },
	onLeaveOut,
}: { report: SweepReport } & Pick<SweepResultProps, 'onLeaveOut'>) {
	const section = useRef<HTMLElement>(null);
	// On a small screen it would stand below what is seen, and the way on beside it.
	useEffect(() => section.current?.scrollIntoView({ block: 'start' }), []);
	return (
		<section ref={section} className={styles.report}>
			<h3 className={styles.invalid}>{message('package.sweep.found', { count: total })}</h3>
			<p className={styles.hint}>{message('package.sweep.hint')}</p>
			<ul className={styles.list}>
				{found.slice(0, mostShown).map((place, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a report is shown once, and one place may stand in it twice
					<Place key={index} place={place} />
				))}
				{total > mostShown ? <li>{message('package.check.more', { count: total - mostShown })}</li> : null}
			</ul>
			{recordIds.length > 0 ? (
				<div className={styles.buttons}>
					<Button onPress={() => onLeaveOut(recordIds)}>
						{message('package.sweep.leave-out', { count: recordIds.length })}
					</Button>
				</div>
			) : null}
		</section>
	);
}

function Place({ place: { name, path, words, isExact } }: { place: FoundName }) {
	return (
		<li>
			<strong>{name}</strong>
			{isExact ? null : ` (${message('package.sweep.inexact')})`}
			<span className={styles.place}>{path}</span>
			<q className={styles.words}>{words}</q>
		</li>
	);
}
