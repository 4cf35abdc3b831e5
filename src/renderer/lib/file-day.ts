/** Today as files are named by it: 2026-11-27, by the clock on the wall. */
export function fileDay(now: Date = new Date()): string {
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
}
