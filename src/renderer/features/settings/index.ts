export function SettingsPage() {
	return null;
}
export function ShortcutSheet() {
	return null;
}
