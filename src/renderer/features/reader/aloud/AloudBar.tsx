import { AudioLines, Minus, Pause, Play, Plus, SkipBack, SkipForward, X } from 'lucide-react';
import { useRef } from 'react';
import { DialogTrigger, Toolbar } from 'react-aria-components';
import { useCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './AloudBar.module.css';
import { AloudObstacle } from './AloudObstacle.tsx';
import type { AloudState } from './aloud-reader.ts';
import { rateLimits, useAloudSettings } from './aloud-settings.ts';
import type { ReadingAloud } from './use-read-aloud.ts';
import { VoiceChoice } from './VoiceChoice.tsx';

interface AloudBarProps {
	aloud: ReadingAloud;
	state: AloudState;
	/** ¶ number of what is being read; null before the first. */
	number: number | null;
	/** Brings the sentence that is being read into sight. */
	onShow(): void;
	/** Where the focus goes when the bar does. */
	onClosed(): void;
}

/** What is done while a text is read aloud. It speaks to screen readers only where the reading cannot go on. */
export function AloudBar({ aloud, state, number, onShow, onClosed }: AloudBarProps) {
	const { reader, toggle } = aloud;
	const [{ rate }, { changeRate }] = useAloudSettings();
	const bar = useRef<HTMLElement>(null);
	const stop = () => {
		const hadFocus = bar.current?.contains(document.activeElement);
		aloud.stop();
		if (hadFocus) onClosed();
	};
	useCommand('aloud.previous', () => reader.step(-1));
	useCommand('aloud.next', () => reader.step(1));
	useCommand('aloud.slower', () => changeRate(-1));
	useCommand('aloud.faster', () => changeRate(1));
	useCommand('aloud.stop', stop);
	const isReading = state.phase === 'reading';
	return (
		<section
			ref={bar}
			aria-label={message('aloud.title')}
			className={styles.bar}
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || event.defaultPrevented) return;
				event.stopPropagation();
				stop();
			}}
		>
			<AloudObstacle state={state} onSkip={() => reader.skip()} />
			<Toolbar aria-label={message('aloud.controls')} className={styles.controls ?? ''}>
				<IconButton label={message('command.aloud.previous')} command="aloud.previous" onPress={() => reader.step(-1)}>
					<SkipBack size={15} />
				</IconButton>
				<IconButton
					label={message(isReading ? 'aloud.pause' : 'aloud.resume')}
					command="aloud.toggle"
					variant="primary"
					onPress={toggle}
				>
					{isReading ? <Pause size={15} /> : <Play size={15} />}
				</IconButton>
				<IconButton label={message('command.aloud.next')} command="aloud.next" onPress={() => reader.step(1)}>
					<SkipForward size={15} />
				</IconButton>
				{number !== null && (
					<Button
						variant="quiet"
						className={styles.place}
						aria-label={message('aloud.show', { number })}
						onPress={onShow}
					>
						{message('aloud.place', { number })}
					</Button>
				)}
				<IconButton
					label={message('command.aloud.slower')}
					command="aloud.slower"
					isDisabled={rate <= rateLimits.min}
					onPress={() => changeRate(-1)}
				>
					<Minus size={14} />
				</IconButton>
				<span className={styles.rate}>{message('aloud.rate', { rate })}</span>
				<IconButton
					label={message('command.aloud.faster')}
					command="aloud.faster"
					isDisabled={rate >= rateLimits.max}
					onPress={() => changeRate(1)}
				>
					<Plus size={14} />
				</IconButton>
				<DialogTrigger>
					<IconButton label={message('aloud.voice')}>
						<AudioLines size={15} />
					</IconButton>
					<Popover label={message('aloud.voice')} placement="top">
						<VoiceChoice language={state.sentence?.language ?? ''} />
					</Popover>
				</DialogTrigger>
				<IconButton label={message('command.aloud.stop')} command="aloud.stop" onPress={stop}>
					<X size={15} />
				</IconButton>
			</Toolbar>
		</section>
	);
}
