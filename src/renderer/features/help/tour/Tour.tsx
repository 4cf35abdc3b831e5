import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './Tour.module.css';
import { type TourStep, targetOf } from './tour-steps.ts';
import { endTour, startTour, stepTour, useTour } from './tour-store.ts';

/** A short way round: each step stands beside the thing that it is about. Escape, or a press outside, ends it. */
export function Tour() {
	const { steps, at } = useTour();
	const step = steps[at];
	useTourCommand();
	return step ? <Step key={step.id} step={step} at={at} count={steps.length} /> : null;
}

/** It begins in the library, since that is where its things are. */
function useTourCommand(): void {
	const navigate = useNavigate();
	const isInLibrary = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname === '/library' });
	const isWanted = useRef(false);
	useCommand('help.tour', () => {
		if (isInLibrary) startTour();
		else {
			isWanted.current = true;
			void navigate({ to: '/library', search: {} });
		}
	});
	useEffect(() => {
		if (!isInLibrary || !isWanted.current) return;
		isWanted.current = false;
		const frame = requestAnimationFrame(startTour);
		return () => cancelAnimationFrame(frame);
	}, [isInLibrary]);
}

function Step({ step, at, count }: { step: TourStep; at: number; count: number }) {
	const target = useMemo(() => ({ current: targetOf(step) }), [step]);
	useEffect(() => {
		const element = target.current;
		element?.setAttribute('data-tour-lit', '');
		return () => element?.removeAttribute('data-tour-lit');
	}, [target]);
	const title = message(`tour.${step.id}.title`);
	return (
		<Popover label={title} triggerRef={target} isOpen onOpenChange={(isOpen) => !isOpen && endTour()} offset={8}>
			<div className={styles.step}>
				<h2 className={styles.title}>{title}</h2>
				<p>{message(`tour.${step.id}.text`)}</p>
				<div className={styles.ways}>
					<span className={styles.count}>{message('tour.at', { at: at + 1, count })}</span>
					<Button variant="quiet" onPress={endTour}>
						{message('tour.skip')}
					</Button>
					{at > 0 && <Button onPress={() => stepTour(-1)}>{message('tour.back')}</Button>}
					<Button variant="primary" autoFocus onPress={() => stepTour(1)}>
						{message(at + 1 < count ? 'tour.next' : 'tour.done')}
					</Button>
				</div>
			</div>
		</Popover>
	);
}
