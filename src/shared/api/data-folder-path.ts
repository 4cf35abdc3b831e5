/** A file of this name in the data folder switches the field profile on, for every program that uses that folder. */
export const fieldMarkerName = 'field-profile';

/** What the choice of the data folder depends on, passed in so that it can be tried for every system. */
export interface Machine {
	/** As `process.platform`. */
	platform: string;
	environment: Readonly<Record<string, string | undefined>>;
	homeFolder: string;
}

/**
 * Where Lectern keeps what belongs to this person on this machine, when no `--data` says otherwise: the same folder for
 * desktop, browser edition and command line. Follows the XDG base directories, %APPDATA% and Library.
 */
export function defaultDataFolder({ platform, environment, homeFolder }: Machine): string {
	if (platform === 'win32') return `${environment.APPDATA || `${homeFolder}\\AppData\\Roaming`}\\Lectern`;
	if (platform === 'darwin') return `${homeFolder}/Library/Application Support/Lectern`;
	const given = environment.XDG_DATA_HOME;
	// A relative path is to be ignored, says the specification.
	return `${given?.startsWith('/') ? given : `${homeFolder}/.local/share`}/lectern`;
}
