/**
 * How letters were kept before Unicode by fonts that draw others in their place: the Armenian and the Cyrillic ones in
 * the upper half of Latin-1, the Georgian ones in the letters of a keyboard.
 */
export const oldFonts = ['armenian', 'cyrillic', 'georgian'] as const;
export type OldFont = (typeof oldFonts)[number];

export function isOldFont(name: unknown): name is OldFont {
	return oldFonts.some((font) => font === name);
}
