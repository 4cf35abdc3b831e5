/** Mounted once by the frame; answers `palette.open`. */
export function Palette() {
	return null;
}
