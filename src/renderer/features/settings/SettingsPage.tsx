import { FieldSettings } from '#renderer/features/field/index.ts';
import { HomeSettings } from '#renderer/features/home/index.ts';
import { PassphraseSettings } from '#renderer/features/passphrase/index.ts';
import { CitationStyleSelect } from '#renderer/features/quotes/index.ts';
import { CopySettings } from '#renderer/features/reading-copy/index.ts';
import { LanguageDataSettings } from '#renderer/features/recognition/index.ts';
import { useCharacterKeys } from '#renderer/lib/character-keys.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { type ThemeChoice, themeChoices, useThemeChoice } from '#renderer/lib/theme.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { keepZipKey } from '#shared/api/jobs-api.ts';
import { isLocale, localeKey, localeNames, locales } from '#shared/messages/locales.ts';
import { message } from '#shared/messages/messages.ts';
import { About } from './About.tsx';
import { AuthorName } from './AuthorName.tsx';
import { InboxFolderSettings } from './InboxFolderSettings.tsx';
import styles from './SettingsPage.module.css';
import { SigningKey } from './SigningKey.tsx';

/** As with the theme: what the system says. */
const system = 'system';

export function SettingsPage() {
	const [theme, chooseTheme] = useThemeChoice();
	const [areCharactersOn, setCharacters] = useCharacterKeys();
	const [language, chooseLanguage] = useProfile<string>(localeKey, system);
	const [keepsZip, setKeepsZip] = useProfile(keepZipKey, false);
	return (
		<div className={styles.page}>
			<h1 className={styles.title}>{message('settings.title')}</h1>
			<p className={styles.note}>{message(hintKey())}</p>
			<CopySettings />
			<SettingsSection title={message('settings.appearance')}>
				<Select<ThemeChoice>
					label={message('settings.theme')}
					value={theme}
					onChange={chooseTheme}
					options={themeChoices.map((value) => ({ value, label: message(`theme.${value}`) }))}
				/>
				<Select
					label={message('settings.language')}
					value={isLocale(language) ? language : system}
					onChange={chooseLanguage}
					options={[
						{ value: system, label: message('settings.language-system') },
						...locales.map((value) => ({ value, label: localeNames[value] })),
					]}
				/>
			</SettingsSection>
			<SettingsSection title={message('settings.keyboard')}>
				<Switch isSelected={areCharactersOn} onChange={setCharacters}>
					{message('settings.character-keys')}
				</Switch>
				<p className={styles.note}>{message('settings.character-keys-text')}</p>
				<Button onPress={() => runCommand('help.shortcuts')}>{message('settings.show-shortcuts')}</Button>
			</SettingsSection>
			<SettingsSection title={message('settings.notes')}>
				<AuthorName />
			</SettingsSection>
			<SettingsSection title={message('settings.citations')}>
				<CitationStyleSelect />
				<p className={styles.note}>{message('settings.citations-text')}</p>
			</SettingsSection>
			{readingCopy ? null : (
				<>
					<SettingsSection title={message('settings.adding')}>
						<Switch isSelected={keepsZip} onChange={setKeepsZip}>
							{message('settings.keep-zip')}
						</Switch>
						<p className={styles.note}>{message('settings.keep-zip-text')}</p>
					</SettingsSection>
					<InboxFolderSettings />
					<SettingsSection title={message('settings.recognition')}>
						<p className={styles.note}>{message('settings.recognition-text')}</p>
						<LanguageDataSettings />
					</SettingsSection>
					<PassphraseSettings />
					<FieldSettings />
					<HomeSettings />
					<SigningKey />
				</>
			)}
			<About />
		</div>
	);
}

function hintKey() {
	if (!readingCopy) return 'settings.text' as const;
	return readingCopy.isEncrypted
		? ('reading-copy.settings-text-encrypted' as const)
		: ('reading-copy.settings-text' as const);
}
