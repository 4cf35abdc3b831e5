import { Minus, Plus } from 'lucide-react';
import { DialogTrigger, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useCommand } from '#renderer/lib/commands.ts';
import { formatNumber } from '#renderer/lib/format.ts';
import { type ThemeChoice, themeChoices, useThemeChoice } from '#renderer/lib/theme.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { useOpenLanguage } from '../aloud/open-language.ts';
import { VoiceChoice } from '../aloud/VoiceChoice.tsx';
import styles from './ReadingSettingsButton.module.css';
import { type ReadingScope, readingScopes } from './reading-scopes.ts';
import { useReadingSettings } from './reading-settings.ts';
import {
	faces,
	firstReadingSettings,
	type NumberSetting,
	type ReadingSettings,
	readingLimits,
	stepped,
} from './setting-values.ts';

/** The Aa in the top bar. */
export function ReadingSettingsButton() {
	const { settings, scope, recordId, change, hold } = useReadingSettings();
	const language = useOpenLanguage((open) => open.language);
	useCommand('reading.larger', () => change({ sizePx: stepped(settings, 'sizePx', 1) }));
	useCommand('reading.smaller', () => change({ sizePx: stepped(settings, 'sizePx', -1) }));
	useCommand('reading.reset', () => change({ sizePx: firstReadingSettings.sizePx }));
	return (
		<DialogTrigger>
			<Button className={styles.open} aria-label={message('reading.settings')}>
				{message('reading.sample')}
			</Button>
			<Popover label={message('reading.settings')} placement="bottom end">
				<div className={styles.panel}>
					<Stepper setting="sizePx" label="reading.size" settings={settings} onChange={change} />
					<Stepper setting="measureCh" label="reading.width" settings={settings} onChange={change} />
					<Stepper setting="leading" label="reading.leading" settings={settings} onChange={change} />
					<Choice
						label={message('reading.face')}
						chosen={settings.face}
						options={faces.map((id) => ({ id, label: message(`reading.face.${id}`) }))}
						onChoose={(face) => change({ face })}
					/>
					<Switch isSelected={settings.isDoubtShown} onChange={(isDoubtShown) => change({ isDoubtShown })}>
						{message('reading.doubtful')}
					</Switch>
					<Choice<ReadingScope>
						label={message('reading.scope')}
						chosen={scope}
						options={readingScopes
							.filter((id) => id !== 'record' || recordId !== null)
							.map((id) => ({ id, label: message(`reading.scope.${id}`) }))}
						onChoose={hold}
					/>
					<VoiceChoice language={language} />
					<ThemeChoices />
					<Button variant="quiet" onPress={() => change(firstReadingSettings)}>
						{message('reading.first')}
					</Button>
				</div>
			</Popover>
		</DialogTrigger>
	);
}

function ThemeChoices() {
	const [theme, choose] = useThemeChoice();
	return (
		<Choice<ThemeChoice>
			label={message('reading.theme')}
			chosen={theme}
			options={themeChoices.map((id) => ({ id, label: message(`reading.theme.${id}`) }))}
			onChoose={choose}
		/>
	);
}

interface StepperProps {
	setting: NumberSetting;
	label: MessageKey;
	settings: ReadingSettings;
	onChange(change: Partial<ReadingSettings>): void;
}

function Stepper({ setting, label, settings, onChange }: StepperProps) {
	const { min, max } = readingLimits[setting];
	const value = settings[setting];
	const name = message(label);
	const step = (steps: number) => onChange({ [setting]: stepped(settings, setting, steps) });
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form, and draws a frame
		<div role="group" aria-label={name} className={styles.row}>
			<span className={styles.label}>{name}</span>
			<IconButton label={message('reading.less', { name })} isDisabled={value <= min} onPress={() => step(-1)}>
				<Minus size={14} />
			</IconButton>
			<output className={styles.value}>{formatNumber(value)}</output>
			<IconButton label={message('reading.more', { name })} isDisabled={value >= max} onPress={() => step(1)}>
				<Plus size={14} />
			</IconButton>
		</div>
	);
}

interface ChoiceProps<V extends string> {
	label: string;
	chosen: V;
	options: readonly { id: V; label: string }[];
	onChoose(id: V): void;
}

function Choice<V extends string>({ label, chosen, options, onChoose }: ChoiceProps<V>) {
	return (
		<div className={styles.choice}>
			<span className={styles.label} aria-hidden>
				{label}
			</span>
			<ToggleButtonGroup
				aria-label={label}
				selectionMode="single"
				disallowEmptySelection
				selectedKeys={[chosen]}
				onSelectionChange={(keys) => onChoose([...keys][0] as V)}
				className={styles.options ?? ''}
			>
				{options.map((option) => (
					<ToggleButton key={option.id} id={option.id} className={styles.option ?? ''}>
						{option.label}
					</ToggleButton>
				))}
			</ToggleButtonGroup>
		</div>
	);
}
